using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeQueries(CrmDb crm) : IKnowledgeQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Knowledge);

    public async Task<Page<KnowledgeSummary>> ListPublishedAsync(
        KnowledgeListCriteria criteria, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Published(audiences);
        if (criteria.Sku is not null)
        {
            var sku = StorableText.Of(criteria.Sku);
            query = query.Where(i => i.Sku == sku);
        }

        if (criteria.Language is { } language)
        {
            // The few languages in use are read first: a prefix of a converted column has no portable translation.
            var used = await query.Select(i => i.Language).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
            var wanted = used.FindAll(l => l.Primary == language.Primary);
            query = query.Where(i => wanted.Contains(i.Language));
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, KnowledgeItemId.From(after.Id));
            query = query.Where(i => i.PublishedAt <= at && (i.PublishedAt < at || i.Id < id));
        }

        var rows = await query
            .OrderByDescending(i => i.PublishedAt).ThenByDescending(i => i.Id)
            .Take(page.Take + 1)
            .Select(i => new KnowledgeSummary(i.Id, i.Title, i.Summary, i.Language, i.Sku, i.Audience, i.PublishedAt!.Value))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, i => new PageKey(i.PublishedAt, i.Id.Value));
    }

    public Task<KnowledgeItem?> ReadPublishedAsync(KnowledgeItemId id, IReadOnlyList<Audience> audiences, CancellationToken cancellationToken) =>
        Published(audiences).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

    public Task<int> CountPublishedAsync(IReadOnlyList<Audience> audiences, CancellationToken cancellationToken) =>
        Published(audiences).CountAsync(cancellationToken);

    private IQueryable<KnowledgeItem> Published(IReadOnlyList<Audience> audiences) =>
        _db.Context.Set<KnowledgeItem>().AsNoTracking().Where(i => i.Status == KnowledgeStatus.Published && audiences.Contains(i.Audience));
}
