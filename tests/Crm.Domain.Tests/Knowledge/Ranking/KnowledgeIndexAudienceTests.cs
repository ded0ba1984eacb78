using Crm.Domain.Knowledge;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeIndexAudienceTests
{
    [Fact]
    public void Search_OtherAudience_FindsNothing() =>
        new IndexScene().With(1, "Kettle", "", Audience.Internal).With(2, "Kettle").Find("kettle", Audience.Public).Should().Equal(IndexScene.Key(2));

    [Fact]
    public void Search_UnreadableDocuments_ChangeNothingForThePublic()
    {
        // Whatever the internal documents hold, answers to the public are the same to the last bit.
        var open = Open(new IndexScene());
        var both = Open(new IndexScene());
        for (var n = 100; n < 200; n++)
        {
            both.With(n, $"Kettle zirconium secret{n}", "kettles boil kettel zirconiums", Audience.Internal);
        }

        foreach (var text in (string[])["kettle", "boil water kettle", "kettel", "zirconium", "zircon", "secret150", "toasters"])
        {
            var (expected, actual) = (open.Ask(text, Audience.Public), both.Ask(text, Audience.Public));
            actual.Matches.Should().Equal(expected.Matches, text);
            actual.Terms.Should().Equal(expected.Terms, text);
            actual.Corrections.Should().Equal(expected.Corrections, text);
        }
    }

    [Theory]
    [InlineData("zirconiumm")]
    [InlineData("zirc")]
    public void Search_InternalWord_IsNeitherSuggestedNorCompleted(string typed)
    {
        var scene = new IndexScene().With(1, "Zirconium", "", Audience.Internal).With(2, "Kettle");

        KnowledgeIndexAnswer Ask(Audience audience) => scene.Index.Search(new KnowledgeIndexQuery(typed, [audience], IndexScene.Now) { CompletesLastWord = true });
        Ask(Audience.Public).Should().BeEquivalentTo(new { Matches = Array.Empty<object>(), Corrections = new Dictionary<string, string>() });
        Ask(Audience.Internal).Matches.Should().ContainSingle();
    }

    private static IndexScene Open(IndexScene scene) =>
        scene.With(1, "Kettle", "Boil water in the kettle.").With(2, "Toaster", "Brown bread, then clean the kettle.").With(3, "Water", "Filter it.");
}
