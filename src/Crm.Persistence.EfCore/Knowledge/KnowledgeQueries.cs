using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeQueries(CrmDb crm, IKnowledgeCategoryStore categories) : IKnowledgeQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    /// <summary>What is published at an instant, by the clock alone.</summary>
    public static IQueryable<KnowledgeItem> Published(CrmDb db, IReadOnlyList<Audience> audiences, Instant now) =>
        db.Context.Set<KnowledgeItem>().IgnoreAutoIncludes().AsNoTracking()
            .Where(i => i.ArchivedAt == null && i.PublishedAt <= now && (i.ExpiresAt == null || i.ExpiresAt > now) && audiences.Contains(i.Audience));

    public async Task<Page<KnowledgeSummary>> ListPublishedAsync(
        KnowledgeListCriteria criteria, IReadOnlyList<Audience> audiences, Instant now, PageRequest page, CancellationToken cancellationToken)
    {
        var query = await FilteredAsync(Published(_db, audiences, now), criteria, cancellationToken).ConfigureAwait(false);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, KnowledgeItemId.From(after.Id));
            query = query.Where(i => i.PublishedAt <= at && (i.PublishedAt < at || i.Id < id));
        }

        var rows = await Summaries(query.OrderByDescending(i => i.PublishedAt).ThenByDescending(i => i.Id).Take(page.Take + 1)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, i => new PageKey(i.PublishedAt, i.Id.Value));
    }

    public Task<KnowledgeArticle?> ReadPublishedAsync(
        KnowledgeItemId id, LanguageTag? language, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        new ArticleReading(_db, audiences, now).ReadAsync(id, language, cancellationToken);

    public Task<int> CountPublishedAsync(IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken) =>
        Published(_db, audiences, now).CountAsync(cancellationToken);

    public static IQueryable<KnowledgeSummary> Summaries(IQueryable<KnowledgeItem> items) =>
        items.Select(i => new KnowledgeSummary(i.Id, i.Title, i.Summary, i.Language, i.Sku, i.Audience, i.PublishedAt!.Value) { Kind = i.Kind });

    private async Task<IQueryable<KnowledgeItem>> FilteredAsync(IQueryable<KnowledgeItem> query, KnowledgeListCriteria criteria, CancellationToken cancellationToken)
    {
        if (criteria.Sku is not null)
        {
            var sku = StorableText.Of(criteria.Sku);
            query = query.Where(i => i.Sku == sku);
        }

        if (criteria.Language is { } language)
        {
            // A converted column is compared as what is stored: canonical tags, so that a variant begins with the language and a hyphen.
            var (primary, variants) = (language.Primary, language.Primary + "-");
            query = query.Where(i => (string)(object)i.Language == primary || ((string)(object)i.Language).StartsWith(variants));
        }

        if (criteria.Kind is { } kind)
        {
            query = query.Where(i => i.Kind == kind);
        }

        if (criteria.CategoryId is { } category)
        {
            var wanted = (await categories.BelowAsync(category, cancellationToken).ConfigureAwait(false)).ToList();
            var filed = _db.Context.Set<KnowledgeItemCategory>().Where(c => wanted.Contains(c.CategoryId)).Select(c => EF.Property<KnowledgeItemId>(c, KnowledgeItemCategoryConfiguration.Root));
            query = query.Where(i => filed.Contains(i.Id));
        }

        if (criteria.Tag is not null)
        {
            var tag = StorableText.Of(KnowledgeItemTag.Normalise(criteria.Tag));
            var tagged = _db.Context.Set<KnowledgeItemTag>().Where(t => t.Name == tag).Select(t => EF.Property<KnowledgeItemId>(t, KnowledgeItemTagConfiguration.Root));
            query = query.Where(i => tagged.Contains(i.Id));
        }

        return query;
    }
}
