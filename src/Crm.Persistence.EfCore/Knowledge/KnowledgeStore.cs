using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeStore(CrmDb crm) : IKnowledgeStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken) => _db.LoadAsync<KnowledgeItem, KnowledgeItemId>(id, cancellationToken);

    public async Task<IReadOnlyList<KnowledgeItem>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var items = _db.Context.Set<KnowledgeItem>();
        var rows = items.IgnoreAutoIncludes().AsNoTracking();
        var ids = await Appearing(rows, now).OrderBy(i => i.PublishedAt).ThenBy(i => i.Id).Select(i => i.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (ids.Count < take)
        {
            ids.AddRange(await Expired(rows, now).OrderBy(i => i.ExpiresAt).ThenBy(i => i.Id).Select(i => i.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        var due = ids.Distinct().Take(take).ToList();
        return due.Count == 0 ? [] : await items.AsSplitQuery().Where(i => due.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> IsTranslatedAsync(KnowledgeItemId originalId, LanguageTag language, CancellationToken cancellationToken)
    {
        var items = _db.Context.Set<KnowledgeItem>();
        return items.Local.Any(i => i.TranslationOfId == originalId && i.Language == language)
            || await items.IgnoreAutoIncludes().AsNoTracking().AnyAsync(i => i.TranslationOfId == originalId && i.Language == language, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlySet<KnowledgeItemId>> KnownAsync(IReadOnlyCollection<KnowledgeItemId> ids, CancellationToken cancellationToken)
    {
        var items = _db.Context.Set<KnowledgeItem>();
        var known = ids.Where(id => items.Local.FindEntry(id) is not null).ToHashSet();
        var asked = ids.Where(id => !known.Contains(id)).ToList();
        if (asked.Count > 0)
        {
            known.UnionWith(await items.IgnoreAutoIncludes().AsNoTracking().Where(i => asked.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return known;
    }

    public void Add(KnowledgeItem item) => _db.Context.Add(item);

    /// <summary>Items that are scheduled for an instant that has passed; those included that have expired since.</summary>
    public static IQueryable<KnowledgeItem> Appearing(IQueryable<KnowledgeItem> items, Instant now) =>
        items.Where(i => i.Status == KnowledgeStatus.Scheduled && i.PublishedAt <= now);

    /// <summary>Items that were published and have expired.</summary>
    public static IQueryable<KnowledgeItem> Expired(IQueryable<KnowledgeItem> items, Instant now) =>
        items.Where(i => i.Status == KnowledgeStatus.Published && i.ExpiresAt <= now);
}
