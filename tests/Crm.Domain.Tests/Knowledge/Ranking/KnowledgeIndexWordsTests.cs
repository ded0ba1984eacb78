using Crm.Domain.Knowledge;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeIndexWordsTests
{
    [Theory]
    [InlineData("refnud", "refund")]
    [InlineData("refnd", "refund")]
    [InlineData("refundd", "refund")]
    [InlineData("delivrey", "deliveri")]
    public void Search_MisspeltWord_IsCorrected(string typed, string term)
    {
        var answer = new IndexScene().With(1, "Refund an order").With(2, "Track a delivery").Ask(typed);

        answer.Matches.Should().ContainSingle();
        answer.Corrections.Values.Should().Equal(term);
    }

    [Theory]
    [InlineData("reu")]
    [InlineData("a1b2c3")]
    public void Search_ShortWordOrNumber_IsNotCorrected(string typed) => new IndexScene().With(1, "Rue a1b2c4 reus").Ask(typed).Corrections.Should().BeEmpty();

    [Fact]
    public void Search_KnownWord_IsNotCorrected() => new IndexScene().With(1, "Form").With(2, "From the farm").Ask("form").Corrections.Should().BeEmpty();

    [Fact]
    public void Search_UnfinishedWord_IsCompletedOnlyWhenAsked()
    {
        var scene = new IndexScene().With(1, "Bluetooth headphones").With(2, "Printer");

        scene.Find("blu").Should().BeEmpty();
        scene.Index.Search(new KnowledgeIndexQuery("blu", IndexScene.Everybody, IndexScene.Now) { CompletesLastWord = true }).Matches.Should().ContainSingle();
        scene.Index.Search(new KnowledgeIndexQuery("blu ", IndexScene.Everybody, IndexScene.Now) { CompletesLastWord = true }).Matches.Should().BeEmpty();
    }

    [Fact]
    public void Search_Synonym_FindsTheOthersAfterTheWordItself()
    {
        var analyser = new TextAnalysers([]).For("en");
        var synonyms = new SynonymGroups(analyser, [["invoice", "bill", "statement of account"], ["the"]]);
        var scene = new IndexScene(synonyms: synonyms).With(1, "Bills", "Pay here.").With(2, "Invoices", "Pay here.").With(3, "Statement of account", "Pay here.").With(4, "Delivery", "Track it.");

        scene.Find("invoice").Should().HaveCount(3).And.StartWith(IndexScene.Key(2));
        scene.Find("my statement of account").Should().HaveCount(3).And.StartWith(IndexScene.Key(3));
        scene.Find("statement").Should().Equal(IndexScene.Key(3));
    }

    [Fact]
    public void Search_Compound_FindsItsParts() =>
        new IndexScene("sv").With(1, "Skärm").With(2, "Skärmläsare för blinda").With(3, "Skrivare").Find("skärmläsarna").Should().StartWith(IndexScene.Key(2));

    [Fact]
    public void Search_WithoutDiacritics_FindsTheWordsWithThem() => new IndexScene("ro").With(1, "Țara și orașul").Find("tara").Should().Equal(IndexScene.Key(1));
}
