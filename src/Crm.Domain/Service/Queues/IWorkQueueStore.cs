namespace Crm.Domain.Service;

/// <summary>Loads queues to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IWorkQueueStore
{
    /// <summary>Loads a queue.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked queue, or null.</returns>
    Task<WorkQueue?> FindAsync(WorkQueueId id, CancellationToken cancellationToken);

    /// <summary>Loads a queue by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked queue, or null.</returns>
    Task<WorkQueue?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads a queue with its members as it is in the database, without tracking.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queue, or null.</returns>
    Task<WorkQueue?> ReadAsync(WorkQueueId id, CancellationToken cancellationToken);

    /// <summary>Adds a new queue, to be written by the next save.</summary>
    /// <param name="queue">The queue.</param>
    void Add(WorkQueue queue);

    /// <summary>Lists all queues with their members, by position and name, without tracking.</summary>
    /// <param name="userId">Only queues that this agent is a member of; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The queues.</returns>
    Task<IReadOnlyList<WorkQueue>> ListAsync(string? userId, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a member's turn on, if nobody else has done so meanwhile. Routing's own note in the open transaction, no act of the queue.
    /// </summary>
    /// <param name="id">The queue.</param>
    /// <param name="userId">The member.</param>
    /// <param name="turn">The turn that was read.</param>
    /// <param name="next">The turn from now on.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>Whether the turn was still as it was read.</returns>
    Task<bool> TryTurnAsync(WorkQueueId id, string userId, long turn, long next, CancellationToken cancellationToken);
}
