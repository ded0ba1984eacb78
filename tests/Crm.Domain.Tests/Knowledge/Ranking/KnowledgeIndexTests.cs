using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeIndexTests
{
    [Fact]
    public void Search_WordInTitle_ComesBeforeWordInBody() => new IndexScene()
        .With(1, "Cleaning", "Use the brush on the kettle.").With(2, "The kettle", "Use the brush when cleaning it.").With(3, "Warranty", "Two years.")
        .Find("kettles").Should().Equal(IndexScene.Key(2), IndexScene.Key(1));

    [Fact]
    public void Search_EqualDocuments_LowerKeyFirst() => new IndexScene()
        .With(3, "Kettle").With(1, "Kettle").With(2, "Kettle").Find("kettle").Should().Equal(IndexScene.Key(1), IndexScene.Key(2), IndexScene.Key(3));

    [Fact]
    public void Search_NoSuchWord_FindsNothing() => new IndexScene().With(1, "Kettle").Ask("zeppelin").Matches.Should().BeEmpty();

    [Fact]
    public void Search_EmptyIndex_FindsNothing() => new IndexScene().Ask("kettle").Matches.Should().BeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void Search_TakeOutOfRange_Throws(int take) => new IndexScene().Index
        .Invoking(i => i.Search(new KnowledgeIndexQuery("kettle", IndexScene.Everybody, IndexScene.Now) { Take = take })).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Search_AnyText_Answers()
    {
        var scene = new IndexScene().With(1, "Kettle", "Boil water").With(2, "", "\0").With(3, "ketchup");
        foreach (var text in (string[])["", " ", "the of", "\0\u0007", "\uD800", "شاي ساخن", string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"kettle{i}")), new string('k', 100_000)])
        {
            scene.Invoking(s => s.Ask(text)).Should().NotThrow();
        }
    }

    [Fact]
    public void Update_SameKey_Replaces()
    {
        var scene = new IndexScene().With(1, "Kettle").With(1, "Toaster");

        scene.Find("kettle").Should().BeEmpty();
        scene.Find("toaster").Should().Equal(IndexScene.Key(1));
        scene.Index.Count.Should().Be(1);
    }

    [Fact]
    public void Update_Removed_IsGone()
    {
        var scene = new IndexScene().With(1, "Kettle").With(2, "Kettle");
        scene.Index.Update([], [IndexScene.Key(1), IndexScene.Key(9)]);

        scene.Find("kettle").Should().Equal(IndexScene.Key(2));
    }

    [Fact]
    public void Update_DamagedTerms_ThrowsAndKeepsTheOldOnes()
    {
        var scene = new IndexScene().With(1, "Kettle");
        var whole = scene.Entry(1, "Toaster and bread", "Brown on both sides");
        for (var length = 0; length < whole.Vector.Length; length++)
        {
            var cut = whole with { Vector = whole.Vector[..length] };
            scene.Index.Invoking(i => i.Update([cut])).Should().Throw<FormatException>();
        }

        scene.Find("kettle").Should().Equal(IndexScene.Key(1));
        scene.Find("toaster").Should().BeEmpty();
    }

    [Fact]
    public void Search_Facets_AllMustBeThere()
    {
        var scene = new IndexScene();
        scene.With(scene.Entry(1, "Kettle") with { Facets = ["product:A", "category:kitchen"] }, scene.Entry(2, "Kettle") with { Facets = ["product:B", "category:kitchen"] }, scene.Entry(3, "Kettle"));

        IEnumerable<Guid> Find(params string[] facets) =>
            scene.Index.Search(new KnowledgeIndexQuery("kettle", IndexScene.Everybody, IndexScene.Now) { Facets = [.. facets.Select(f => f.Split(' '))] }).Matches.Select(m => m.Key);
        Find("category:kitchen").Should().Equal(IndexScene.Key(1), IndexScene.Key(2));
        Find("category:kitchen", "product:B").Should().Equal(IndexScene.Key(2));
        Find("product:C").Should().BeEmpty();
        Find("product:C product:A").Should().Equal(IndexScene.Key(1));
        Find("product:A product:B", "product:B").Should().Equal(IndexScene.Key(2));
    }

    [Fact]
    public void Search_Validity_IsDecidedByTheQuerysInstant()
    {
        var scene = new IndexScene();
        scene.With(scene.Entry(1, "Kettle") with { ValidFrom = IndexScene.Now, ValidUntil = IndexScene.Now + Duration.FromDays(1) });

        bool Found(Instant at) => scene.Index.Search(new KnowledgeIndexQuery("kettle", IndexScene.Everybody, at)).Matches.Count == 1;
        Found(IndexScene.Now - Duration.Epsilon * 100).Should().BeFalse();
        Found(IndexScene.Now).Should().BeTrue();
        Found(IndexScene.Now + Duration.FromDays(1)).Should().BeFalse();
    }

    [Fact]
    public async Task Update_WhileOthersSearch_EachSearchSeesWholeStates()
    {
        // Every update moves all ten documents from one word to the other.
        var scene = new IndexScene();
        KnowledgeIndexEntry[] State(string word) => [.. Enumerable.Range(1, 10).Select(n => scene.Entry(n, word, $"extra{n}"))];
        var (ones, others) = (State("kettle"), State("toaster"));
        scene.With(ones);
        var odd = 0;
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var count = scene.Ask("kettle").Matches.Count;
                Interlocked.Add(ref odd, count is 0 or 10 ? 0 : 1);
            }
        })).ToArray();

        for (var i = 0; i < 300; i++)
        {
            scene.With(i % 2 == 0 ? others : ones);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        odd.Should().Be(0);
    }

    [Fact]
    public void TermVector_OtherEditionOfTheAnalyser_IsNotCurrent()
    {
        var scene = new IndexScene();
        var vector = scene.Entry(1, "Kettle").Vector.Span;

        TermVector.IsCurrent(vector, scene.Analyser).Should().BeTrue();
        TermVector.IsCurrent([], scene.Analyser).Should().BeFalse();
        TermVector.IsCurrent([1, 99, 0, 0, 0], scene.Analyser).Should().BeFalse();
    }
}
