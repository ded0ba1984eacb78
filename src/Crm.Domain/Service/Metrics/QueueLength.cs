using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What is in a queue.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Waiting">What waits.</param>
/// <param name="WaitingSince">Since when the first of these waits; null where nothing waits.</param>
/// <param name="Offered">What is reserved for agents.</param>
/// <param name="Handling">What is being handled.</param>
public sealed record QueueLength(WorkQueueId QueueId, long Waiting, Instant? WaitingSince, long Offered, long Handling);
