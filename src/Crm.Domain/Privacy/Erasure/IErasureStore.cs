using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Erases the data of persons, whatever the area.</summary>
public interface IErasureStore
{
    /// <summary>What is known of a customer that decides whether it can be erased.</summary>
    /// <param name="id">The customer, by the id that the caller named.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customer, or null where there is none under this very id.</returns>
    Task<ErasureSubject?> FindAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Waits for whoever writes to the customer, and keeps others away until the transaction ends.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>False when the unit of work itself has unsaved changes of the customer.</returns>
    Task<bool> HoldAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Says what an erasure would do, or does it in the open transaction.</summary>
    /// <param name="id">The customer, held.</param>
    /// <param name="now">The current instant to erase; null to say only.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What becomes of the rows.</returns>
    Task<IReadOnlyList<ErasureRows>> RunAsync(CustomerId id, Instant? now, CancellationToken cancellationToken);
}
