using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class EntitlementStore(CrmDb crm) : IEntitlementStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public Task<Entitlement?> FindAsync(EntitlementId id, CancellationToken cancellationToken) => _db.LoadAsync<Entitlement, EntitlementId>(id, cancellationToken);

    public async Task<IReadOnlyList<Entitlement>> OfCustomersAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        var asked = customers.ToList();
        var stored = await _db.Context.Set<Entitlement>().Where(e => asked.Contains(e.CustomerId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var added = _db.Context.ChangeTracker.Entries<Entitlement>().Where(e => e.State == EntityState.Added && asked.Contains(e.Entity.CustomerId)).Select(e => e.Entity);
        return [.. stored.Concat(added).OrderBy(e => e.ValidFrom).ThenBy(e => e.Id)];
    }

    public void Add(Entitlement entitlement) => _db.Context.Add(entitlement);

    public async Task<decimal> UsedByAsync(EntitlementId id, ServiceCaseId caseId, CancellationToken cancellationToken)
    {
        var entries = await _db.Context.Set<EntitlementEntry>().AsNoTracking()
            .Where(e => EF.Property<EntitlementId>(e, "EntitlementId") == id && e.CaseId == caseId).ToListAsync(cancellationToken).ConfigureAwait(false);
        var known = entries.Select(e => e.Number).ToHashSet();
        var added = _db.Context.Set<Entitlement>().Local.FindEntry(id)?.Entity.NewEntries.Where(e => e.CaseId == caseId && !known.Contains(e.Number)) ?? [];
        return EntitlementBalance.Of(entries.Concat(added), NodaTime.Instant.MaxValue).Used;
    }

    public async Task<IReadOnlyList<EntitlementEntry>> EntriesAsync(EntitlementId id, int after, int take, CancellationToken cancellationToken) =>
        await _db.Context.Set<EntitlementEntry>().AsNoTracking().Where(e => EF.Property<EntitlementId>(e, "EntitlementId") == id && e.Number > after)
            .OrderBy(e => e.Number).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
}
