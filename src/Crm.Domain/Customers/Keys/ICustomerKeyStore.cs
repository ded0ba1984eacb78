using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Brings stored keys in line with customers where no save of the customer does it.</summary>
public interface ICustomerKeyStore
{
    /// <summary>
    /// Refreshes the keys of customers that a set-based act changed, in the open transaction if there is one. A customer whose
    /// keys change gets a new version, so that a save that read the old keys conflicts.
    /// </summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many customers had other keys.</returns>
    Task<int> RefreshAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The next customers in the order of their ids.</summary>
    /// <param name="after">The id before; null from the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<CustomerId>> NextAsync(CustomerId? after, int take, CancellationToken cancellationToken);
}
