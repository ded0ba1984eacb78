using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeSearchStore(CrmDb crm) : IKnowledgeSearchStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    private IQueryable<KnowledgeSearchDocument> Rows => _db.Context.Set<KnowledgeSearchDocument>().AsNoTracking();

    public async Task<KnowledgeSearchPosition> PositionAsync(CancellationToken cancellationToken)
    {
        var context = _db.Context;
        return new KnowledgeSearchPosition(
            KnowledgeSources.Of(context), await KnowledgeChanges.LastAsync(context, cancellationToken).ConfigureAwait(false), KnowledgeChanges.SightOf(context));
    }

    public async Task<IReadOnlyList<KnowledgeSearchDocument>> ReadSinceAsync(long change, CancellationToken cancellationToken) =>
        await Rows.Where(d => d.Change > change).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<KnowledgeSearchDocument>> ReadLanguageAsync(string language, CancellationToken cancellationToken) =>
        await Rows.Where(d => d.Language == language).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<KnowledgeLanguageCount>> CountLanguagesAsync(CancellationToken cancellationToken) =>
        await Rows.Where(d => d.Language != null).GroupBy(d => new { d.Language, d.Audience })
            .Select(g => new KnowledgeLanguageCount(g.Key.Language!, g.Key.Audience, g.Count())).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<KnowledgeSynonymList?> ReadSynonymsAsync(string language, CancellationToken cancellationToken) =>
        _db.Context.Set<KnowledgeSynonymList>().AsNoTracking().SingleOrDefaultAsync(l => l.Language == language, cancellationToken);

    public async Task<IReadOnlyList<KnowledgeItem>> ReadItemsAsync(IReadOnlyCollection<KnowledgeItemId> ids, CancellationToken cancellationToken) =>
        await Items(ids).AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<KnowledgeItem>> ReadReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        await Readable(ids, audiences, now).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<KnowledgeItemId>> FindReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var found = new List<KnowledgeItemId>(ids.Count);
        await foreach (var id in CompiledKnowledgeSearch.For(context).Readable(context, [.. ids], [.. audiences], now).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            found.Add(id);
        }

        return found;
    }

    private IQueryable<KnowledgeItem> Items(IReadOnlyCollection<KnowledgeItemId> ids)
    {
        var wanted = ids.ToList();
        return _db.Context.Set<KnowledgeItem>().AsNoTracking().Where(i => wanted.Contains(i.Id));
    }

    private IQueryable<KnowledgeItem> Readable(IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now)
    {
        var wanted = ids.ToList();
        return KnowledgeQueries.Published(_db, audiences, now).Where(i => wanted.Contains(i.Id));
    }
}
