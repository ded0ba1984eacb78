using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerMatchStore(CrmDb db) : ICustomerMatchStore
{
    private const int MostCandidates = 200;

    public async Task<IReadOnlyList<Customer>> FindByKeysAsync(IReadOnlyCollection<string> keys, int maxSharing, CancellationToken cancellationToken)
    {
        var stored = db.Context.Set<CustomerKey>().AsNoTracking().Where(k => k.Kind == CustomerMatchKeys.KindName && keys.Contains(k.Key));
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
}
