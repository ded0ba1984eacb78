using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadQueries(CrmDb crm) : ILeadQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public async Task<Page<LeadSummary>> ListAsync(LeadCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Filtered(criteria);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, LeadId.From(after.Id));
            query = query.Where(l => l.ReceivedAt <= at && (l.ReceivedAt < at || l.Id < id));
        }

        var rows = await query.OrderByDescending(l => l.ReceivedAt).ThenByDescending(l => l.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(LeadSummary.Of).ToPage(page, l => new PageKey(l.ReceivedAt, l.Id.Value));
    }

    public async Task<IReadOnlyList<LeadId>> WaitingAsync(LeadQueueId id, int take, CancellationToken cancellationToken) =>
        await Leads().Where(l => l.QueueId == id && l.OwnerId == null && l.Status != LeadStatus.Disqualified && l.Status != LeadStatus.Converted)
            .OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id).Take(take).Select(l => l.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    private IQueryable<Lead> Filtered(LeadCriteria criteria)
    {
        var query = Leads();
        if (criteria.OwnerId is { } owner)
        {
            var stored = StorableText.Of(owner);
            query = query.Where(l => l.OwnerId == stored);
        }

        if (criteria.EmailKey is { } email)
        {
            var stored = StorableText.Of(email);
            query = query.Where(l => l.EmailKey == stored);
        }

        query = criteria.QueueId is { } queue ? query.Where(l => l.QueueId == queue) : query;
        query = criteria.TerritoryId is { } territory ? query.Where(l => l.TerritoryId == territory) : query;
        query = criteria.WithoutOwner ? query.Where(l => l.OwnerId == null) : query;
        return criteria.Status is { } status ? query.Where(l => l.Status == status) : query;
    }

    private IQueryable<Lead> Leads() => _db.Context.Set<Lead>().IgnoreAutoIncludes().AsNoTracking();
}
