using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Work was put in a queue.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="CaseId">The case it is about.</param>
/// <param name="InteractionId">The contact it is about.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-queued")]
public sealed record WorkItemQueued(
    WorkItemId ItemId, WorkQueueId QueueId, WorkItemKind Kind, ServiceCaseId? CaseId, InteractionId? InteractionId, CustomerId? CustomerId, CasePriority Priority, Instant OccurredAt)
    : ICrmEvent;

/// <summary>Work was reserved for an agent.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent.</param>
/// <param name="Until">When the reservation runs out.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-offered")]
public sealed record WorkItemOffered(WorkItemId ItemId, WorkQueueId QueueId, string UserId, Instant Until, Instant OccurredAt) : ICrmEvent;

/// <summary>An agent took work, or was given it.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent.</param>
/// <param name="Waited">How long it had waited.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-accepted")]
public sealed record WorkItemAccepted(WorkItemId ItemId, WorkQueueId QueueId, string UserId, Duration Waited, Instant OccurredAt) : ICrmEvent;

/// <summary>Nobody could take work; it stays first in line.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When it was found.</param>
[CrmEvent("service.work-unassigned")]
public sealed record WorkItemUnassigned(WorkItemId ItemId, WorkQueueId QueueId, UnassignedReason Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>Work went back to its place in the queue.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent who had it.</param>
/// <param name="TimedOut">Whether the reservation ran out, rather than the agent giving it back.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-requeued")]
public sealed record WorkItemRequeued(WorkItemId ItemId, WorkQueueId QueueId, string UserId, bool TimedOut, Instant OccurredAt) : ICrmEvent;

/// <summary>Work went to another queue, where it keeps its time of waiting.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="FromId">The queue it was in.</param>
/// <param name="ToId">The queue it is in.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-transferred")]
public sealed record WorkItemTransferred(WorkItemId ItemId, WorkQueueId FromId, WorkQueueId ToId, Instant OccurredAt) : ICrmEvent;

/// <summary>Work ended: handled, abandoned by the customer, or withdrawn.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="State">How it ended.</param>
/// <param name="UserId">The agent who had it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-ended")]
public sealed record WorkItemEnded(WorkItemId ItemId, WorkQueueId QueueId, WorkItemState State, string? UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>Work became more or less urgent.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="Priority">The priority since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.work-prioritised")]
public sealed record WorkItemPrioritised(WorkItemId ItemId, WorkQueueId QueueId, CasePriority Priority, Instant OccurredAt) : ICrmEvent;
