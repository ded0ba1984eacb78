using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Loads work items to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IWorkItemStore
{
    /// <summary>Loads a work item.</summary>
    /// <param name="id">The work item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked item, or null.</returns>
    Task<WorkItem?> FindAsync(WorkItemId id, CancellationToken cancellationToken);

    /// <summary>Loads the work items about a case that have not ended, those that are not saved yet included.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked items.</returns>
    Task<IReadOnlyList<WorkItem>> OpenOfCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken);

    /// <summary>Whether work of a kind about a case or contact is in a queue already.</summary>
    /// <param name="kind">The kind of work.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="interactionId">The contact.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when it is.</returns>
    Task<bool> IsQueuedAsync(WorkItemKind kind, ServiceCaseId? caseId, InteractionId? interactionId, CancellationToken cancellationToken);

    /// <summary>Reads a contact, one that is not saved yet too.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What a queue takes over from it, or null.</returns>
    Task<QueuedContact?> ContactAsync(InteractionId id, CancellationToken cancellationToken);

    /// <summary>Adds a new work item, to be written by the next save.</summary>
    /// <param name="item">The work item.</param>
    void Add(WorkItem item);

    /// <summary>What the waiting work of a queue needs, each demand once.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The demands.</returns>
    Task<IReadOnlyList<WorkDemand>> DemandsAsync(WorkQueueId queueId, CancellationToken cancellationToken);

    /// <summary>Reads who is first in line: the most urgent, then who waits longest.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="demand">Only work that needs this; null for any.</param>
    /// <param name="waitingSince">Only work that waits since this instant or longer.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The places, first in line first.</returns>
    Task<IReadOnlyList<WaitingWork>> HeadAsync(WorkQueueId queueId, WorkDemand? demand, Instant waitingSince, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the first of some waiting items, in the order of the line, from every other router until the transaction ends. Items that
    /// another router holds are passed over without waiting.
    /// </summary>
    /// <param name="ids">The items.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    /// <returns>The tracked item as it now is; null where all are held or wait no longer.</returns>
    Task<WorkItem?> ClaimAsync(IReadOnlyCollection<WorkItemId> ids, CancellationToken cancellationToken);

    /// <summary>Finds reservations that have run out, the oldest first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items.</returns>
    Task<IReadOnlyList<WorkItemId>> ExpiredAsync(Instant now, int take, CancellationToken cancellationToken);
}
