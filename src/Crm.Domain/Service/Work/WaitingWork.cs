using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A place in a queue.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="Rank">0 for the most urgent.</param>
/// <param name="EnqueuedAt">Since when it waits.</param>
public sealed record WaitingWork(WorkItemId ItemId, WorkQueueId QueueId, int Rank, Instant EnqueuedAt);
