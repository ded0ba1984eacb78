namespace Crm.Domain.Customers;

/// <summary>Finds customers that could be the same as another, by their stored <see cref="CustomerMatchKeys"/>. Finds nothing of another tenant.</summary>
public interface ICustomerMatchStore
{
    /// <summary>The saved customers that share a key. A key that many share says little and is left out.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="maxSharing">How many customers may share a key for it to count.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers with their contact points and addresses, each once, not tracked.</returns>
    Task<IReadOnlyList<Customer>> FindByKeysAsync(IReadOnlyCollection<string> keys, int maxSharing, CancellationToken cancellationToken);

    /// <summary>The customers of whom somebody said that they are not the same as one.</summary>
    /// <param name="id">The one.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The living customers, those into whom dismissed ones were merged among them.</returns>
    Task<IReadOnlySet<CustomerId>> FindDismissedAsync(CustomerId id, CancellationToken cancellationToken);
}
