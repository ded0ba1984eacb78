using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerMatchStore(CrmDb db) : ICustomerMatchStore
{
    private const int MostCandidates = 200;

    public async Task<IReadOnlyList<Customer>> FindByKeysAsync(IReadOnlyCollection<string> keys, int maxSharing, CancellationToken cancellationToken)
    {
        var sought = StoredCustomerKeys.Beginnings(db.Context.Model, CustomerMatchKeys.KindName, [.. keys]);
        var stored = db.Context.Set<CustomerKey>().AsNoTracking().Where(k => k.Kind == CustomerMatchKeys.KindName && sought.Contains(k.Key));
        var telling = await stored.GroupBy(k => k.Key).Where(g => g.Count() <= maxSharing).Select(g => g.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (telling.Count == 0)
        {
            return [];
        }

        // Who shares most keys comes first, should there be too many.
        var ids = await stored.Where(k => telling.Contains(k.Key)).GroupBy(k => k.CustomerId)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostCandidates).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await db.Context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlySet<CustomerId>> FindDismissedAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var tombstones = db.Context.Set<CustomerTombstone>().AsNoTracking();
        var own = await tombstones.Where(t => t.SurvivorId == id).Select(t => t.AbsorbedId).ToListAsync(cancellationToken).ConfigureAwait(false);
        own.Add(id);
        var dismissed = db.Context.Set<DuplicatePair>().AsNoTracking().Where(p => p.DismissedAt != null);
        var rows = await dismissed.Where(p => own.Contains(p.FirstId)).Select(p => p.SecondId)
            .Concat(dismissed.Where(p => own.Contains(p.SecondId)).Select(p => p.FirstId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return new HashSet<CustomerId>();
        }

        var now = await tombstones.Where(t => rows.Contains(t.AbsorbedId)).ToDictionaryAsync(t => t.AbsorbedId, t => t.SurvivorId, cancellationToken).ConfigureAwait(false);
        return rows.Select(r => now.GetValueOrDefault(r, r)).ToHashSet();
    }
}
