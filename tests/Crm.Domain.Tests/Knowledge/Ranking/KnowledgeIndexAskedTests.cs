using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>What readers asked before a document helped them counts for later questions, as far as there is evidence.</summary>
public class KnowledgeIndexAskedTests
{
    [Fact]
    public void Asked_WordThatNoDocumentHas_FindsWhatHelped()
    {
        var scene = Scene(1, ("wifi", 500));

        scene.Find("wifi").Should().Equal(IndexScene.Key(1));
        scene.Ask("wifi").Corrections.Should().BeEmpty("readers found answers by this word");
    }

    [Fact]
    public void Asked_MoreEvidence_CountsMore()
    {
        double Score(int readers) => Scene(1, ("wifi", 1000 * readers / (readers + 5))).Ask("wifi").Matches.Single().Score;

        Score(1).Should().BeLessThan(Score(5));
        Score(5).Should().BeLessThan(Score(100));
        Score(100).Should().BeLessThan(3 * Score(5), "evidence saturates");
    }

    [Fact]
    public void Asked_MovesTheHelpfulDocumentUp()
    {
        var scene = new IndexScene().With(1, "Printer", "The printer prints.").With(2, "Paper", "The printer takes paper.");
        scene.Find("printer").Should().Equal(IndexScene.Key(1), IndexScene.Key(2));

        scene.With(scene.Entry(2, "Paper", "The printer takes paper.") with { Asked = TermVector.OfWeighted([("printer", 900)]) });

        scene.Find("printer").Should().Equal(IndexScene.Key(2), IndexScene.Key(1));
    }

    [Fact]
    [Trait("Check", "KB-05")]
    public void Asked_OfHiddenDocuments_TellsNothing()
    {
        var scene = Scene(1, ("wifi", 500));
        var before = scene.Ask("wifi", Audience.Public).Matches;

        scene.With(scene.Entry(9, "Secret", "Secret.", Audience.Internal) with { Asked = TermVector.OfWeighted([("wifi", 900), ("hush", 900)]) });

        scene.Ask("wifi", Audience.Public).Matches.Should().Equal(before);
        scene.Find("hush", Audience.Public).Should().BeEmpty();
        scene.Find("hush").Should().Equal(IndexScene.Key(9));
    }

    [Fact]
    public void Asked_TakenAwayOrRemoved_NoLongerCounts()
    {
        var scene = Scene(1, ("wifi", 500));
        scene.With(scene.Entry(1, "Wireless network", "Switch it on."));
        scene.Find("wifi").Should().BeEmpty();

        scene.With(scene.Entry(1, "Wireless network", "Switch it on.") with { Asked = TermVector.OfWeighted([("wifi", 500)]) });
        scene.Index.Update([], [IndexScene.Key(1)]);
        scene.Find("wifi").Should().BeEmpty();
    }

    [Fact]
    public void Asked_SurvivesThatTheIndexIsMadeAnew()
    {
        var scene = Scene(1, ("wifi", 500)).With(2, "Printer", "Paper.");
        var before = scene.Ask("wifi").Matches;
        for (var round = 0; round < 300; round++)
        {
            scene.With(2, "Printer", $"Paper {round}.");
        }

        scene.Ask("wifi").Matches.Should().BeEquivalentTo(before);
    }

    /// <summary>An empty field changes nothing: every judged query has the same ranking and scores when other documents were asked for by other words.</summary>
    [SkippableFact]
    public void Search_NothingAskedOfTheQuestion_RanksAsBefore()
    {
        var folder = TestData.Require("knowledge/covidfaq");
        var documents = File.ReadLines(Path.Combine(folder, "docs.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();
        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv")).Skip(1).Select(l => l.Split('\t')[1]).ToList();
        var (plain, asked) = (new IndexScene(), new IndexScene());
        plain.Index.Update(documents.Select((d, n) => plain.Entry(n, d[1], d[2])));
        asked.Index.Update(documents.Select((d, n) => asked.Entry(n, d[1], d[2]) with { Asked = TermVector.OfWeighted([("zzyzx", 700), ("qwrtz", 300)]) }));

        foreach (var query in queries)
        {
            asked.Ask(query).Matches.Should().Equal(plain.Ask(query).Matches);
        }
    }

    [Fact]
    public void OfWeighted_KeepsTheHeaviestWithinBounds()
    {
        TermVector.OfWeighted([("a", 0), ("b", -5), ("", 7)]).Should().BeNull();
        var many = TermVector.OfWeighted(Enumerable.Range(0, 1000).Select(i => ($"t{i}", i + 1)).Append(("t999", 5000)));

        var read = WeightedTermsReader.Read(many);
        read.Should().HaveCount(TermVector.MaxWeightedTerms).And.OnlyContain(t => t.Weight > 1000 - TermVector.MaxWeightedTerms);
        read.Should().ContainSingle(t => t.Term == "t999").Which.Weight.Should().Be(TermVector.MaxWeight);
    }

    [Theory]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 2 })]
    [InlineData(new byte[] { 2, 5, 0, 1 })]
    [InlineData(new byte[] { 2, 1, 3, 1, 97, 1 })]
    [InlineData(new byte[] { 2, 1, 0, 1, 97, 0 })]
    [InlineData(new byte[] { 2, 255, 255, 255, 255, 7 })]
    public void Update_DamagedAskedTerms_ChangesNothing(byte[] damaged)
    {
        var scene = Scene(1, ("wifi", 500));
        var update = () => scene.With(scene.Entry(1, "Other") with { Asked = damaged });

        update.Should().Throw<FormatException>();
        scene.Find("wifi").Should().Equal(IndexScene.Key(1));
    }

    private static IndexScene Scene(int number, params (string Term, int Weight)[] asked)
    {
        var scene = new IndexScene().With(3, "Printer", "Paper.").With(4, "Window", "Close it.");
        return scene.With(scene.Entry(number, "Wireless network", "Switch it on.") with { Asked = TermVector.OfWeighted(asked) });
    }
}
