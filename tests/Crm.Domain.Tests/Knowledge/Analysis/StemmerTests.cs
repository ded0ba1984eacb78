using Crm.Domain.Knowledge;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

public class StemmerTests
{
    private static readonly Dictionary<string, IStemmer> s_stemmers = new()
    {
        ["english"] = new EnglishStemmer(), ["italian"] = new ItalianStemmer(), ["romanian"] = new RomanianStemmer(), ["spanish"] = new SpanishStemmer(), ["swedish"] = new SwedishStemmer(),
    };

    [SkippableTheory]
    [InlineData("english", 42_649)]
    [InlineData("italian", 35_495)]
    [InlineData("romanian", 87_642)]
    [InlineData("spanish", 28_378)]
    [InlineData("swedish", 30_738)]
    public void Stem_EveryWordOfTheSnowballList_GivesItsStem(string language, int count)
    {
        var words = File.ReadAllLines(TestData.Require($"knowledge/stemmer/{language}.voc.txt"));
        var stems = File.ReadAllLines(TestData.Require($"knowledge/stemmer/{language}.output.txt"));

        words.Should().HaveCount(count);
        words.Zip(stems).Where(pair => Stem(language, pair.First) != pair.Second)
            .Select(pair => $"{pair.First} gave {Stem(language, pair.First)} instead of {pair.Second}")
            .Should().BeEmpty();
    }

    // Worked by hand from the descriptions of the algorithms, so that something is tested without the lists.
    [Theory]
    [InlineData("english", "consistently", "consist")]
    [InlineData("english", "dying", "die")]
    [InlineData("english", "skies", "sky")]
    [InlineData("english", "by", "by")]
    [InlineData("italian", "abbandonata", "abbandon")]
    [InlineData("italian", "velocemente", "veloc")]
    [InlineData("romanian", "ţărilor", "țăr")]
    [InlineData("spanish", "rápidamente", "rapid")]
    [InlineData("swedish", "paketen", "paket")]
    [InlineData("swedish", "", "")]
    [InlineData("italian", "è", "è")]
    public void Stem_Word_GivesItsStem(string language, string word, string stem) => Stem(language, word).Should().Be(stem);

    private static string Stem(string language, string word)
    {
        var stem = new StemWord(word.ToCharArray());
        s_stemmers[language].Stem(ref stem);
        return stem.Text.ToString();
    }
}
