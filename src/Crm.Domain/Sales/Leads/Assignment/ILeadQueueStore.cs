namespace Crm.Domain.Sales;

/// <summary>Loads queues of leads. Finds nothing of another tenant. Never saves.</summary>
public interface ILeadQueueStore
{
    /// <summary>Loads a queue with its members.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked queue, or null.</returns>
    Task<LeadQueue?> FindAsync(LeadQueueId id, CancellationToken cancellationToken);

    /// <summary>Loads a queue by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked queue, or null.</returns>
    Task<LeadQueue?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Lists all queues with their members, by position and name, without tracking.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queues.</returns>
    Task<IReadOnlyList<LeadQueue>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new queue, to be written by the next save.</summary>
    /// <param name="queue">The queue.</param>
    void Add(LeadQueue queue);
}
