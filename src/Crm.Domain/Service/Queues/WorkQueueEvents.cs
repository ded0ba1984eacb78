using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A queue was made, open.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-created")]
public sealed record WorkQueueCreated(WorkQueueId QueueId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>How a queue works changed.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-configured")]
public sealed record WorkQueueConfigured(WorkQueueId QueueId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A queue was opened or closed.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="IsOpen">Whether it is open since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-opening-changed")]
public sealed record WorkQueueOpeningChanged(WorkQueueId QueueId, bool IsOpen, Instant OccurredAt) : ICrmEvent;

/// <summary>An agent joined a queue.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-joined")]
public sealed record QueueJoined(WorkQueueId QueueId, string UserId, int Weight, Instant OccurredAt) : ICrmEvent;

/// <summary>An agent's weight in a queue changed.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent.</param>
/// <param name="Weight">Its weight since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-member-weighted")]
public sealed record QueueMemberWeighted(WorkQueueId QueueId, string UserId, int Weight, Instant OccurredAt) : ICrmEvent;

/// <summary>An agent left a queue.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">The agent.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.queue-left")]
public sealed record QueueLeft(WorkQueueId QueueId, string UserId, Instant OccurredAt) : ICrmEvent;
