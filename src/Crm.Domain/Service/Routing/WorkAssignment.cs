using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What routing did with a piece of work.</summary>
/// <param name="ItemId">The work item.</param>
/// <param name="QueueId">Its queue.</param>
/// <param name="UserId">The agent who was given it or offered it; null when nobody could take it.</param>
/// <param name="Unassigned">Why nobody could; null when somebody has it.</param>
/// <param name="Reach">How far routing had to go to find the agent.</param>
/// <param name="Until">When the agent must have accepted; null where it need not.</param>
public sealed record WorkAssignment(WorkItemId ItemId, WorkQueueId QueueId, string? UserId, UnassignedReason? Unassigned, AssignmentReach? Reach, Instant? Until);
