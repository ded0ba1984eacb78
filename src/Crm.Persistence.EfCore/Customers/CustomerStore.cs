using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerStore(CrmDb db) : ICustomerStore
{
    public Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken) => db.LoadAsync<Customer, CustomerId>(id, cancellationToken);

    public Task<Customer?> FindByReferenceAsync(ExternalReference reference, CancellationToken cancellationToken)
    {
        var (system, value) = (reference.System, reference.Value);
        return db.LoadAsync<Customer>(c => c.References.Any(r => r.System == system && r.Value == value), cancellationToken);
    }

    public void Add(Customer customer) => db.Context.Add(customer);
}
