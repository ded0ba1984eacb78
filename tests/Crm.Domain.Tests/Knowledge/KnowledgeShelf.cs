using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>A knowledge base in memory with the rows that the search reads, and readers of it.</summary>
internal sealed class KnowledgeShelf : IKnowledgeSearchStore
{
    private readonly Dictionary<KnowledgeItemId, (KnowledgeSearchDocument Row, long Change)> _rows = [];

    public KnowledgeShelf(params ITextAnalyser[] analysers)
    {
        Analysers = new TextAnalysers(analysers);
        Indexes = new KnowledgeIndexes(Analysers, new KnowledgeSearchOptions());
    }

    public static Instant Now { get; } = Instant.FromUtc(2026, 6, 1, 8, 0);

    public string Name { get; init; } = "shelf";

    public TextAnalysers Analysers { get; }

    public KnowledgeIndexes Indexes { get; }

    public List<KnowledgeItem> Items { get; } = [];

    public KnowledgeSynonymList? Synonyms { get; set; }

    /// <summary>The audiences that were asked for.</summary>
    public List<IReadOnlyList<Audience>> Asked { get; } = [];

    /// <summary>How often rows were read.</summary>
    public int Loads { get; private set; }

    public long Change { get; set; }

    public KnowledgeSearchSight Sight { get; set; }

    public FakeClock Clock { get; } = new() { Now = Now };

    public static KnowledgeAuthor Author { get; } = new("ada", KnowledgeLicence.Publisher);

    /// <summary>The categories below each, itself included.</summary>
    public Dictionary<KnowledgeCategoryId, KnowledgeCategoryId[]> Below { get; } = [];

    public KnowledgeItem Publish(
        string title, string body = "It is said.", string language = "en", Audience audience = Audience.Public, string? sku = null, KnowledgeKind kind = KnowledgeKind.HowTo, KnowledgeFiling? filing = null)
    {
        var item = new KnowledgeItem(KnowledgeItemId.New(Now), new KnowledgeContent(title, body, LanguageTag.Parse(language)) { Sku = sku, Kind = kind }, audience, Author, Now);
        item.Publish(Author, Now);
        item.File(filing ?? new(), Author, Now);
        Items.Add(item);
        Save(item);
        return item;
    }

    public void Save(KnowledgeItem item, TextAnalysers? analysers = null) => _rows[item.Id] = (KnowledgeSearchDocument.Of(item, analysers ?? Analysers), ++Change);

    public KnowledgeSearch As(Actor actor) => new(
        Stub.Of<IKnowledgeQueries>(
            (nameof(IKnowledgeQueries.ReadPublishedAsync), a => Answer<KnowledgeArticle?>(a[2], null)),
            (nameof(IKnowledgeQueries.ListPublishedAsync), a => Answer(a[1], new Page<KnowledgeSummary>([], null)))),
        this,
        Stub.Of<IKnowledgeCategoryStore>((nameof(IKnowledgeCategoryStore.BelowAsync), a => Task.FromResult<IReadOnlyCollection<KnowledgeCategoryId>>(Below[(KnowledgeCategoryId)a[0]!]))),
        Indexes,
        new CrmActs(new Shop(actor).Gate, Clock, CrmErrorDescriber.Default));

    public Task<KnowledgeAnswer> AskAsync(string text, Actor? actor = null) => As(actor ?? Actor.Guest).SearchAsync(new KnowledgeCriteria(text));

    public async Task<IEnumerable<string>> TitlesAsync(string text, Actor? actor = null) => (await AskAsync(text, actor)).Hits.Select(h => h.Title);

    public Task<KnowledgeSearchPosition> PositionAsync(CancellationToken cancellationToken) => Task.FromResult(new KnowledgeSearchPosition(Name, Change, Sight));

    public Task<IReadOnlyList<KnowledgeSearchDocument>> ReadSinceAsync(long change, CancellationToken cancellationToken) => Read(r => r.Change > change);

    public Task<IReadOnlyList<KnowledgeSearchDocument>> ReadLanguageAsync(string language, CancellationToken cancellationToken) => Read(r => r.Row.Language == language);

    public Task<IReadOnlyList<KnowledgeLanguageCount>> CountLanguagesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KnowledgeLanguageCount>>(
        [.. _rows.Values.Where(r => r.Row.Language is not null).GroupBy(r => (r.Row.Language, r.Row.Audience)).Select(g => new KnowledgeLanguageCount(g.Key.Language!, g.Key.Audience, g.Count()))]);

    public Task<KnowledgeSynonymList?> ReadSynonymsAsync(string language, CancellationToken cancellationToken) =>
        Task.FromResult(Synonyms?.Language == language ? Synonyms : null);

    public Task<IReadOnlyList<KnowledgeItem>> ReadItemsAsync(IReadOnlyCollection<KnowledgeItemId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KnowledgeItem>>(Items.FindAll(i => ids.Contains(i.Id)));

    public Task<IReadOnlyList<KnowledgeItem>> ReadReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<KnowledgeItem>>(audiences, Items.FindAll(i => ids.Contains(i.Id) && i.StatusAt(now) == KnowledgeStatus.Published && audiences.Contains(i.Audience)));

    public Task<IReadOnlyList<KnowledgeItemId>> FindReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<KnowledgeItemId>>(
            audiences, [.. Items.Where(i => ids.Contains(i.Id) && i.StatusAt(now) == KnowledgeStatus.Published && audiences.Contains(i.Audience)).Select(i => i.Id)]);

    private Task<IReadOnlyList<KnowledgeSearchDocument>> Read(Func<(KnowledgeSearchDocument Row, long Change), bool> which)
    {
        Loads++;
        return Task.FromResult<IReadOnlyList<KnowledgeSearchDocument>>([.. _rows.Values.Where(which).Select(r => r.Row)]);
    }

    private Task<T> Answer<T>(object? audiences, T answer)
    {
        Asked.Add((IReadOnlyList<Audience>)audiences!);
        return Task.FromResult(answer);
    }
}
