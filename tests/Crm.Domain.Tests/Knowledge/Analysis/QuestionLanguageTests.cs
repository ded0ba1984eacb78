using Crm.Domain.Knowledge;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

public class QuestionLanguageTests
{
    [Theory]
    [InlineData("en", "How can I change my delivery address?")]
    [InlineData("it", "Come posso cambiare l'indirizzo di consegna?")]
    [InlineData("ro", "Cum pot schimba adresa de livrare?")]
    [InlineData("es", "¿Cómo puedo cambiar la dirección de entrega?")]
    [InlineData("sv", "Hur ändrar jag leveransadressen?")]
    [InlineData("pt", "Como posso mudar o endereço de entrega?")]
    [InlineData("de", "Wie kann ich meine Lieferadresse ändern?")]
    [InlineData("fr", "Comment puis-je changer mon adresse de livraison ?")]
    [InlineData("it", "come posso cambiare la password")]
    [InlineData("sv", "hur byter jag password")]
    [InlineData("es", "cómo cambio mi password")]
    [InlineData("en", "how do i reset my password")]
    public void Guess_Question_GivesItsLanguage(string language, string text) => QuestionLanguage.Guess(text).Should().Be(language);

    [SkippableTheory]
    [InlineData("covidfaq", "en")]
    [InlineData("xquad-en", "en")]
    public void Guess_QuestionsOfACollection_AtLeast99OfAHundredRight(string collection, string language)
    {
        var questions = File.ReadLines(TestData.Require($"knowledge/{collection}/queries.tsv")).Skip(1).Select(line => line.Split('\t')[1]).Where(q => q.EndsWith('?')).ToList();

        questions.Count(q => QuestionLanguage.Guess(q) == language).Should().BeGreaterThanOrEqualTo((int)Math.Ceiling(0.99 * questions.Count));
    }

    [SkippableTheory]
    [InlineData("gnomehelp-en", "en")]
    [InlineData("gnomehelp-es", "es")]
    [InlineData("gnomehelp-it", "it")]
    [InlineData("gnomehelp-ro", "ro")]
    [InlineData("gnomehelp-sv", "sv")]
    public void Guess_ShortSentencesOfACollection_AtLeast99OfAHundredRight(string collection, string language)
    {
        var sentences = File.ReadLines(TestData.Require($"knowledge/{collection}/queries.tsv")).Skip(1).Select(line => line.Split('\t')[1]).ToList();

        sentences.Count(s => QuestionLanguage.Guess(s) == language).Should().BeGreaterThanOrEqualTo((int)Math.Ceiling(0.99 * sentences.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345 - 67")]
    [InlineData("\uD800\0")]
    public void Guess_NoWords_GivesNull(string text) => QuestionLanguage.Guess(text).Should().BeNull();

    [Fact]
    public void Guess_AmongFew_GivesOneOfThem()
    {
        QuestionLanguage.Guess("Bluetooth", ["sv"]).Should().Be("sv");
        QuestionLanguage.Guess("Where is my order?", ["it", "ro"]).Should().BeOneOf("it", "ro", null);
        QuestionLanguage.Guess("Where is my order?", ["nl"]).Should().BeNull();
    }
}
