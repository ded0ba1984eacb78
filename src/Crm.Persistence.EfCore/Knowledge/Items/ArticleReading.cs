using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Reads what is published of one item, and of what stands around it.</summary>
internal sealed class ArticleReading(CrmDb db, IReadOnlyList<Audience> audiences, Instant now)
{
    private const int LongestChain = 20;

    private IQueryable<KnowledgeItem> Published => KnowledgeQueries.Published(db, audiences, now);

    public async Task<KnowledgeArticle?> ReadAsync(KnowledgeItemId id, LanguageTag? language, CancellationToken cancellationToken)
    {
        var found = id;
        for (var steps = 0; !await Published.AnyAsync(i => i.Id == found, cancellationToken).ConfigureAwait(false); steps++)
        {
            // Only whoever was among its readers is led on.
            var next = await db.Context.Set<KnowledgeItem>().IgnoreAutoIncludes().AsNoTracking()
                .Where(i => i.Id == found && audiences.Contains(i.Audience)).Select(i => i.ReplacedById).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (next is not { } further || steps >= LongestChain)
            {
                return null;
            }

            found = further;
        }

        var shown = language is null ? found : await InAsync(language, found, cancellationToken).ConfigureAwait(false);
        var item = await Published.Include(i => i.Categories).Include(i => i.Tags).Include(i => i.Related).Include(i => i.Files).AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Id == shown, cancellationToken).ConfigureAwait(false);
        return item is null ? null : await AroundAsync(item, found == id ? null : id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<KnowledgeItemId> InAsync(LanguageTag language, KnowledgeItemId id, CancellationToken cancellationToken)
    {
        var own = await Published.Where(i => i.Id == id).Select(i => new { i.Id, i.Language, Original = i.TranslationOfId }).SingleAsync(cancellationToken).ConfigureAwait(false);
        var others = await FamilyOf(id, own.Original).Select(i => new { i.Id, i.Language }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return own.Language == language ? id
            : others.Find(o => o.Language == language)?.Id
            ?? (own.Language.Primary == language.Primary ? id : others.Where(o => o.Language.Primary == language.Primary).OrderBy(o => o.Id).Select(o => (KnowledgeItemId?)o.Id).FirstOrDefault())
            ?? id;
    }

    // The original and its translations, the item itself left out.
    private IQueryable<KnowledgeItem> FamilyOf(KnowledgeItemId id, KnowledgeItemId? original)
    {
        var root = original ?? id;
        return Published.Where(i => i.Id != id && (i.Id == root || i.TranslationOfId == root));
    }

    private async Task<KnowledgeArticle> AroundAsync(KnowledgeItem item, KnowledgeItemId? redirectedFrom, CancellationToken cancellationToken)
    {
        var (id, original, whole) = (item.Id, item.TranslationOfId, item.PartOfId);
        var named = item.Related.OrderBy(r => r.Position).Select(r => r.RelatedId).ToList();
        var related = await ListAsync(Published.Where(i => named.Contains(i.Id) || i.Related.Any(r => r.RelatedId == id)), cancellationToken).ConfigureAwait(false);
        var parts = item.Kind == KnowledgeKind.Manual
            ? await KnowledgeQueries.Summaries(Published.Where(i => i.PartOfId == id).OrderBy(i => i.PartPosition).ThenBy(i => i.Id)).ToListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        var manual = whole is null ? [] : await ListAsync(Published.Where(i => i.Id == whole), cancellationToken).ConfigureAwait(false);
        var family = await ListAsync(FamilyOf(id, original), cancellationToken).ConfigureAwait(false);

        // A later version of the original counts whoever may read it: that a translation is behind tells nothing else.
        var stale = original is not null && await db.Context.Set<KnowledgeItem>().AnyAsync(i => i.Id == original && i.PublishedVersion > item.TranslatedVersion, cancellationToken).ConfigureAwait(false);
        return new KnowledgeArticle(id, item.Content, item.Audience, item.PublishedVersion!.Value, item.PublishedAt!.Value)
        {
            RedirectedFrom = redirectedFrom,
            Categories = [.. item.Categories.Select(c => c.CategoryId).Order()],
            Tags = [.. item.Tags.Select(t => t.Name).Order(StringComparer.Ordinal)],
            Files = [.. item.Files.OrderBy(f => f.Number)],
            Related = [.. related.OrderBy(r => named.IndexOf(r.Id) is var at && at >= 0 ? at : int.MaxValue).ThenBy(r => r.Id)],
            Parts = parts,
            PartOf = manual.FirstOrDefault(),
            Translations = [.. family.OrderBy(f => f.Language)],
            IsStale = stale,
        };
    }

    private static Task<List<KnowledgeSummary>> ListAsync(IQueryable<KnowledgeItem> items, CancellationToken cancellationToken) =>
        KnowledgeQueries.Summaries(items.OrderBy(i => i.Id)).ToListAsync(cancellationToken);
}
