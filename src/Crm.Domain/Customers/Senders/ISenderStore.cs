namespace Crm.Domain.Customers;

/// <summary>Finds the customers who may have sent messages. Finds nothing of another tenant. Never saves.</summary>
public interface ISenderStore
{
    /// <summary>The living customers at some addresses.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One candidate for each address and customer.</returns>
    Task<IReadOnlyList<SenderCandidate>> FindAsync(IReadOnlyCollection<SenderAddress> addresses, CancellationToken cancellationToken);

    /// <summary>Customers by id; the id of one that was merged gives the survivor.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Id to customer, for those that exist and were not erased.</returns>
    Task<IReadOnlyDictionary<CustomerId, SenderMatch>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for whoever else records customers at addresses that are not known, and keeps others waiting until the transaction ends,
    /// so that two messages from one new address make one customer.
    /// </summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Whether somebody else may have recorded one meanwhile, so that it is looked up again.</returns>
    Task<bool> HoldAsync(IReadOnlyCollection<SenderAddress> addresses, CancellationToken cancellationToken);
}
