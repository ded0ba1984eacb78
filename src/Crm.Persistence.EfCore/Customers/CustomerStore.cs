using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerStore(CrmDb db) : ICustomerStore
{
    public async Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken) =>
        await db.LoadAsync<Customer, CustomerId>(id, cancellationToken).ConfigureAwait(false)
        ?? (await Tombstones.SurvivorOfAsync(db, id, cancellationToken).ConfigureAwait(false) is { } survivor
            ? await db.LoadAsync<Customer, CustomerId>(survivor, cancellationToken).ConfigureAwait(false)
            : null);

    public Task<Customer?> FindByReferenceAsync(ExternalReference reference, CancellationToken cancellationToken)
    {
        var (system, value) = (reference.System, reference.Value);
        return db.LoadAsync<Customer>(c => c.References.Any(r => r.System == system && r.Value == value), cancellationToken);
    }

    public void Add(Customer customer) => db.Context.Add(customer);
}
