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
        var others = await FamilyAsync(id, own.Original, cancellationToken).ConfigureAwait(false);
        return own.Language == language ? id
            : others.Find(o => o.Language == language)?.Id
            ?? (own.Language.Primary == language.Primary ? id : others.Where(o => o.Language.Primary == language.Primary).OrderBy(o => o.Id).Select(o => (KnowledgeItemId?)o.Id).FirstOrDefault())
            ?? id;
    }

    // The original and its translations, the item itself left out. Two questions, each with an index of its own.
    private async Task<List<KnowledgeSummary>> FamilyAsync(KnowledgeItemId id, KnowledgeItemId? original, CancellationToken cancellationToken)
    {
        var root = original ?? id;
        var family = await ListAsync(Published.Where(i => i.TranslationOfId == root && i.Id != id), cancellationToken).ConfigureAwait(false);
        return original is null ? family : [.. await ListAsync(Published.Where(i => i.Id == root), cancellationToken).ConfigureAwait(false), .. family];
    }

    private async Task<KnowledgeArticle> AroundAsync(KnowledgeItem item, KnowledgeItemId? redirectedFrom, CancellationToken cancellationToken)
    {
        var (id, original, whole) = (item.Id, item.TranslationOfId, item.PartOfId);
        var named = item.Related.OrderBy(r => r.Position).Select(r => r.RelatedId).ToList();
        var related = named.Count == 0 ? [] : await ListAsync(Published.Where(i => named.Contains(i.Id)), cancellationToken).ConfigureAwait(false);
        var naming = db.Context.Set<KnowledgeItemRelation>().Where(r => r.RelatedId == id).Select(r => EF.Property<KnowledgeItemId>(r, KnowledgeItemRelationConfiguration.Root));
        related.AddRange((await ListAsync(Published.Where(i => naming.Contains(i.Id)), cancellationToken).ConfigureAwait(false)).Where(r => !named.Contains(r.Id)));
        var parts = item.Kind == KnowledgeKind.Manual
            ? await KnowledgeQueries.Summaries(Published.Where(i => i.PartOfId == id).OrderBy(i => i.PartPosition).ThenBy(i => i.Id)).ToListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        var manual = whole is null ? [] : await ListAsync(Published.Where(i => i.Id == whole), cancellationToken).ConfigureAwait(false);
        var family = await FamilyAsync(id, original, cancellationToken).ConfigureAwait(false);

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
