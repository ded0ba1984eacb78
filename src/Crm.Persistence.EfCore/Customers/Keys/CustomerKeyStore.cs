using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerKeyStore(CrmDb db, CustomerKeyKinds kinds) : ICustomerKeyStore
{
    public async Task<int> RefreshAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var refreshed = 0;
        foreach (var chunk in ids.Distinct().Chunk(CustomerKeys.BatchSize))
        {
            refreshed += await RefreshChunkAsync(chunk, cancellationToken).ConfigureAwait(false);
        }

        return refreshed;
    }

    public async Task<IReadOnlyList<CustomerId>> NextAsync(CustomerId? after, int take, CancellationToken cancellationToken)
    {
        var customers = db.Context.Set<Customer>().IgnoreAutoIncludes();
        if (after is { } last)
        {
            customers = customers.Where(c => c.Id > last);
        }

        return await customers.OrderBy(c => c.Id).Take(take).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> RefreshChunkAsync(CustomerId[] ids, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var customers = await context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id))
            .Select(c => new { Customer = c, Fingerprint = EF.Property<long?>(c, CustomerKeyConfiguration.Fingerprint) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var stored = (await context.Set<CustomerKey>().AsNoTracking().Where(k => ids.Contains(k.CustomerId)).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(k => k.CustomerId, k => new DerivedKey(k.Kind, k.Key));
        var rows = new List<CustomerKey>();
        var changed = new List<CustomerId>();
        foreach (var row in customers)
        {
            var keys = kinds.Of(context.Model, row.Customer);
            var (id, version, fingerprint) = (row.Customer.Id, row.Customer.Version, CustomerKeyKinds.FingerprintOf(keys));
            if (row.Fingerprint == fingerprint && stored[id].ToHashSet().SetEquals(keys))
            {
                continue;
            }

            // Who changed the customer meanwhile has written its keys too.
            var isHeld = await context.Set<Customer>().Where(c => c.Id == id && c.Version == version)
                .ExecuteUpdateAsync(
                    u => u.SetProperty(c => c.Version, version + 1).SetProperty(c => EF.Property<long?>(c, CustomerKeyConfiguration.Fingerprint), fingerprint),
                    cancellationToken).ConfigureAwait(false) == 1;
            if (isHeld)
            {
                changed.Add(id);
                rows.AddRange(CustomerKeyUpkeep.Rows(id, keys));
            }
        }

        if (changed.Count > 0)
        {
            await context.Set<CustomerKey>().Where(k => changed.Contains(k.CustomerId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            await BulkInsert.WriteAsync(context, rows, cancellationToken).ConfigureAwait(false);
        }

        return changed.Count;
    }
}
