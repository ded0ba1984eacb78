using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A queue of leads was made.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-queue-created")]
public sealed record LeadQueueCreated(LeadQueueId QueueId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>How a queue of leads works changed.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-queue-configured")]
public sealed record LeadQueueConfigured(LeadQueueId QueueId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody gets leads of a queue, or another share of them.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">Who.</param>
/// <param name="Weight">The share.</param>
/// <param name="Capacity">Most leads of a period; null for any number.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-queue-member-set")]
public sealed record LeadQueueMemberSet(LeadQueueId QueueId, string UserId, int Weight, int? Capacity, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody gets no leads of a queue any more.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">Who.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-queue-member-removed")]
public sealed record LeadQueueMemberRemoved(LeadQueueId QueueId, string UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>A queue gave a lead out.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="UserId">To whom.</param>
/// <param name="Period">The first day of the period in which it counts.</param>
/// <param name="Given">How many leads that is in the period.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-given-out")]
public sealed record LeadGivenOut(LeadQueueId QueueId, string UserId, LocalDate Period, int Given, Instant OccurredAt) : ICrmEvent;
