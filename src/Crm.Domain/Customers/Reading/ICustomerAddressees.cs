namespace Crm.Domain.Customers;

/// <summary>Says whom letters to customers name, for areas that write documents.</summary>
public interface ICustomerAddressees
{
    /// <summary>Whom a letter to a customer names; the id of a customer that was merged gives the survivor.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The addressee with the billing address, else the main one, else any; null when there is no such customer.</returns>
    Task<CustomerAddressee?> FindAsync(CustomerId id, CancellationToken cancellationToken);
}
