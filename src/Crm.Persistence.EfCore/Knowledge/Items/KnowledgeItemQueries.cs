using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemQueries(CrmDb crm) : IKnowledgeItemQueries
{
    private const int MaxWords = 20;

    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<Page<KnowledgeItemSummary>> ListAsync(KnowledgeItemCriteria criteria, Instant now, PageRequest page, CancellationToken cancellationToken)
    {
        var all = _db.Context.Set<KnowledgeItem>().IgnoreAutoIncludes().AsNoTracking();
        var items = Filtered(InStatus(all, criteria.Status, now), all, criteria);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, KnowledgeItemId.From(after.Id));
            items = items.Where(i => i.UpdatedAt <= at && (i.UpdatedAt < at || i.Id < id));
        }

        var rows = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id).Take(page.Take + 1)
            .Select(i => new KnowledgeItemSummary(
                i.Id, i.Title, i.Kind, i.Language, i.Audience,
                i.ArchivedAt != null ? KnowledgeStatus.Archived
                : i.PublishedAt == null ? i.Status
                : i.ExpiresAt != null && i.ExpiresAt <= now ? KnowledgeStatus.Archived
                : i.PublishedAt <= now ? KnowledgeStatus.Published : KnowledgeStatus.Scheduled,
                i.Confidence, i.LatestVersion, i.PublishedVersion, i.ReviewRequestedAt != null, i.TranslationOfId,
                i.TranslationOfId != null && all.Any(o => o.Id == i.TranslationOfId && o.PublishedVersion > i.TranslatedVersion),
                i.ReuseCount, i.UpdatedAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, i => new PageKey(i.UpdatedAt, i.Id.Value));
    }

    private static IQueryable<KnowledgeItem> InStatus(IQueryable<KnowledgeItem> items, KnowledgeStatus? status, Instant now) => status switch
    {
        null => items,
        KnowledgeStatus.Archived => items.Where(i => i.ArchivedAt != null || (i.PublishedAt != null && i.ExpiresAt <= now)),
        KnowledgeStatus.Published => items.Where(i => i.ArchivedAt == null && i.PublishedAt <= now && (i.ExpiresAt == null || i.ExpiresAt > now)),
        KnowledgeStatus.Scheduled => items.Where(i => i.ArchivedAt == null && i.PublishedAt > now),
        { } written => items.Where(i => i.Status == written),
    };

    private static IQueryable<KnowledgeItem> Filtered(IQueryable<KnowledgeItem> items, IQueryable<KnowledgeItem> all, KnowledgeItemCriteria criteria)
    {
        if (criteria.InReview)
        {
            items = items.Where(i => i.ReviewRequestedAt != null);
        }

        if (criteria.Confidence is { } confidence)
        {
            items = items.Where(i => i.Confidence == confidence);
        }

        if (criteria.Audience is { } audience)
        {
            items = items.Where(i => i.Audience == audience);
        }

        if (criteria.Kind is { } kind)
        {
            items = items.Where(i => i.Kind == kind);
        }

        if (criteria.Sku is not null)
        {
            var sku = StorableText.Of(criteria.Sku);
            items = items.Where(i => i.Sku == sku);
        }

        if (criteria.Stale)
        {
            items = items.Where(i => i.ArchivedAt == null && all.Any(o => o.Id == i.TranslationOfId && o.PublishedVersion > i.TranslatedVersion));
        }

        if (criteria.TranslationOf is { } original)
        {
            items = items.Where(i => i.TranslationOfId == original);
        }

        foreach (var word in FoldedText.Of(criteria.Text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords))
        {
            var part = StorableText.Of(word);
            items = items.Where(i => i.TitleFolded.Contains(part));
        }

        return items;
    }
}
