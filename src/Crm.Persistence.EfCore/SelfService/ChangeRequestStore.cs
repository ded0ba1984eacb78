using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.SelfService;

// Sending messages asks for it whether the portal is in use or not.
internal sealed class ChangeRequestStore(CrmDb crm) : IChangeRequestStore
{
    private CrmDb Db => crm.For(CrmAreas.SelfService);

    private DbSet<ChangeRequest> Set => Db.Context.Set<ChangeRequest>();

    public async Task<ChangeRequest?> FindAsync(ChangeRequestId id, CancellationToken cancellationToken) =>
        crm.Maps(CrmAreas.SelfService) ? await Db.LoadAsync<ChangeRequest, ChangeRequestId>(id, cancellationToken).ConfigureAwait(false) : null;

    public Task<bool> IsOpenAsync(CustomerId customerId, OwnDataDomain domain, CancellationToken cancellationToken) =>
        Set.AnyAsync(r => r.CustomerId == customerId && r.Domain == domain && r.DueAt != null, cancellationToken);

    public async Task<Page<ChangeRequest>> ListAsync(CustomerId? customerId, ChangeRequestStatus? status, bool openOnly, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Set.AsNoTracking();
        query = customerId is { } customer ? query.Where(r => r.CustomerId == customer) : query;
        query = status is { } wanted ? query.Where(r => r.Status == wanted) : query;
        query = openOnly ? query.Where(r => r.DueAt != null) : query;
        if (page.After is { } after)
        {
            var (at, id) = (after.At, ChangeRequestId.From(after.Id));
            query = query.Where(r => r.RequestedAt <= at && (r.RequestedAt < at || r.Id < id));
        }

        var rows = await query.OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, r => new PageKey(r.RequestedAt, r.Id.Value));
    }

    public async Task<IReadOnlyList<ChangeRequest>> DueAsync(Instant now, int take, CancellationToken cancellationToken) =>
        await Set.Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(ChangeRequest request) => Db.Context.Add(request);
}
