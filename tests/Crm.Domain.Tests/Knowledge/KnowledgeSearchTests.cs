using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeSearchTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeAuthor s_ada = new("ada", KnowledgeLicence.Publisher);

    private readonly List<KnowledgeItem> _items = [];
    private readonly List<IReadOnlyList<Audience>> _asked = [];

    [Fact]
    public async Task Search_TitleAndRareWords_WeighMore()
    {
        var machine = Item("Cleaning the machine", "Wipe it.");
        var both = Item("Care", "Descaling the machine.");
        var descaling = Item("Descaling", "Use vinegar.");
        Item("Warranty of the kettle", "The machine has two years.");

        var hits = await SearchAsync("descaling machine");

        // Of four items two have "descaling" and three "machine": ln 3 and ln (7/3), three times that in a title.
        hits.Select(h => h.Id).Take(3).Should().Equal(descaling.Id, machine.Id, both.Id);
        hits.Select(h => h.Score).Should().HaveCount(4).And.SatisfyRespectively(
            s => s.Should().BeApproximately(3 * Math.Log(3), 1e-12),
            s => s.Should().BeApproximately(3 * Math.Log(7 / 3.0), 1e-12),
            s => s.Should().BeApproximately(Math.Log(3) + Math.Log(7 / 3.0), 1e-12),
            s => s.Should().BeApproximately(Math.Log(7 / 3.0), 1e-12));
    }

    [Fact]
    public async Task Search_EqualHits_OlderFirstAndNoMoreThanAsked()
    {
        var items = Enumerable.Range(0, 5).Select(_ => Item("Kettle", "Cold.")).ToList();

        (await SearchAsync("KETTLE", take: 3)).Select(h => h.Id).Should().Equal(items.Take(3).Select(i => i.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    public async Task Search_WithoutWords_FindsNothingAndAsksNothing(string text)
    {
        Item("Kettle", "Cold.");

        (await SearchAsync(text)).Should().BeEmpty();
        _asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Search_TakeOutOfRange_IsTheCallersError(int take) =>
        await FluentActions.Awaiting(() => SearchAsync("kettle", take: take)).Should().ThrowAsync<ArgumentOutOfRangeException>();

    [Fact]
    [Trait("Check", "KB-05")]
    public async Task SearchReadAndList_AskForTheReadersAudiencesOnly()
    {
        Item("Kettle", "Cold.");
        var portal = Door(Actor.PortalCustomer("anna", []));

        await portal.SearchAsync(new KnowledgeCriteria("kettle"));
        await portal.ReadAsync(_items[0].Id);
        await portal.ListAsync(KnowledgeListCriteria.All);

        _asked.Should().HaveCount(4).And.OnlyContain(a => a.SequenceEqual(new[] { Audience.Customer, Audience.Public }));
    }

    [Fact]
    public async Task Snippet_OfALongBody_IsPlainTextCutAtABlank()
    {
        Item("Kettle", "**Unplug** the [kettle](https://example.org) first. " + string.Join(' ', Enumerable.Repeat("Wait.", 60)));
        Item("Kettle pot", new string('字', 300));

        var snippets = (await SearchAsync("kettle")).ToDictionary(h => h.Title, h => h.Snippet, StringComparer.Ordinal);

        snippets["Kettle"].Should().StartWith("Unplug the kettle first. Wait.").And.EndWith("Wait. …").And.HaveLength(200);
        snippets["Kettle pot"].Should().Be(new string('字', 200) + " …");
    }

    private async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(string text, int take = 10) =>
        await Door(Actor.Agent("ada")).SearchAsync(new KnowledgeCriteria(text) { Take = take });

    private KnowledgeSearch Door(Actor actor) => new(
        Stub.Of<IKnowledgeQueries>(
            (nameof(IKnowledgeQueries.FindPublishedAsync), a => Answer<IReadOnlyList<KnowledgeItem>>(a[2], _items.FindAll(i => ((IReadOnlyList<string>)a[0]!).Any(i.SearchText.Contains)))),
            (nameof(IKnowledgeQueries.CountPublishedAsync), a => Answer(a[0], _items.Count)),
            (nameof(IKnowledgeQueries.ReadPublishedAsync), a => Answer<KnowledgeArticle?>(a[2], null)),
            (nameof(IKnowledgeQueries.ListPublishedAsync), a => Answer(a[1], new Page<KnowledgeSummary>([], null)))),
        new Shop(actor).Acts);

    private Task<T> Answer<T>(object? audiences, T answer)
    {
        _asked.Add((IReadOnlyList<Audience>)audiences!);
        return Task.FromResult(answer);
    }

    private KnowledgeItem Item(string title, string body)
    {
        var item = new KnowledgeItem(KnowledgeItemId.New(s_now), new KnowledgeContent(title, body, LanguageTag.Parse("en")), Audience.Public, s_ada, s_now);
        item.Publish(s_ada, s_now);
        _items.Add(item);
        return item;
    }
}
