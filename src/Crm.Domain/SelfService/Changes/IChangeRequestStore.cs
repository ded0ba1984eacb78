using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Loads changes that customers asked for. Finds nothing of another tenant. Never saves.</summary>
public interface IChangeRequestStore
{
    /// <summary>Loads a change.</summary>
    /// <param name="id">The change.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked change, or null.</returns>
    Task<ChangeRequest?> FindAsync(ChangeRequestId id, CancellationToken cancellationToken);

    /// <summary>Whether a change of these data waits.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="domain">Which data.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when one does.</returns>
    Task<bool> IsOpenAsync(CustomerId customerId, OwnDataDomain domain, CancellationToken cancellationToken);

    /// <summary>Lists changes, newest first.</summary>
    /// <param name="customerId">Of a customer; null for all.</param>
    /// <param name="status">Those that stand there; null for all.</param>
    /// <param name="openOnly">Those that wait.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<ChangeRequest>> ListAsync(CustomerId? customerId, ChangeRequestStatus? status, bool openOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Loads changes whose time is over, the longest first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked changes.</returns>
    Task<IReadOnlyList<ChangeRequest>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Adds a new change, to be written by the next save.</summary>
    /// <param name="request">The change.</param>
    void Add(ChangeRequest request);
}
