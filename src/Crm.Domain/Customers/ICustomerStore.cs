using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Loads customers to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ICustomerStore
{
    /// <summary>Loads a customer; the id of a customer that was merged gives the survivor.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked customer, or null.</returns>
    Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Loads the customer with an identity in another system.</summary>
    /// <param name="reference">The identity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked customer, or null.</returns>
    Task<Customer?> FindByReferenceAsync(ExternalReference reference, CancellationToken cancellationToken);

    /// <summary>Adds a new customer, to be written by the next save.</summary>
    /// <param name="customer">The customer.</param>
    void Add(Customer customer);
}
