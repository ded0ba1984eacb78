namespace Crm.Domain.Customers;

/// <summary>Reads addressees from loaded customers.</summary>
internal sealed class CustomerAddressees(ICustomerStore customers) : ICustomerAddressees
{
    public async Task<CustomerAddressee?> FindAsync(CustomerId id, CancellationToken cancellationToken)
    {
        if (await customers.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return null;
        }

        var address = customer.Addresses
            .OrderByDescending(a => a.Kind == AddressKind.Billing).ThenByDescending(a => a.Kind == AddressKind.Main).ThenByDescending(a => a.IsPrimary).ThenBy(a => a.Id)
            .FirstOrDefault();
        return new CustomerAddressee(customer.DisplayName, address?.Address, customer.Language);
    }
}
