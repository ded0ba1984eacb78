using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class DealRegistrationStore(CrmDb crm) : IDealRegistrationStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Partners);

    private DbSet<DealRegistration> Set => _db.Context.Set<DealRegistration>();

    public Task<DealRegistration?> FindAsync(DealRegistrationId id, CancellationToken cancellationToken) => _db.LoadAsync<DealRegistration, DealRegistrationId>(id, cancellationToken);

    public async Task<IReadOnlyList<DealRegistration>> OfCustomerAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        var stored = await Read().Where(d => d.CustomerId == customerId && d.ClosedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false);
        var local = Set.Local.ToDictionary(d => d.Id);
        return [.. stored.Where(d => !local.ContainsKey(d.Id)).Concat(local.Values.Where(d => d.CustomerId == customerId && d.ClosedAt is null)).OrderBy(d => d.Id)];
    }

    public async Task<IReadOnlyList<DealRegistration>> DueAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var ids = await Set.IgnoreAutoIncludes().Where(d => d.DueAt <= now).OrderBy(d => d.DueAt).ThenBy(d => d.Id).Select(d => d.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = ids.Count == 0 ? [] : await Set.AsSplitQuery().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Where(d => d.DueAt <= now).OrderBy(d => d.DueAt)];
    }

    public async Task<Page<DealRegistration>> ListAsync(DealRegistrationCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Read();
        query = criteria.PartnerId is { } partner ? query.Where(d => d.PartnerId == partner) : query;
        query = criteria.Status is { } status ? query.Where(d => d.Status == status) : query;
        if (page.After is { } after)
        {
            var (at, id) = (after.At, DealRegistrationId.From(after.Id));
            query = query.Where(d => d.CreatedAt <= at && (d.CreatedAt < at || d.Id < id));
        }

        var rows = await query.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, d => new PageKey(d.CreatedAt, d.Id.Value));
    }

    public void Add(DealRegistration registration) => _db.Context.Add(registration);

    private IQueryable<DealRegistration> Read() => Set.IgnoreAutoIncludes().Include(d => d.Lines).AsNoTracking().AsSplitQuery();
}
