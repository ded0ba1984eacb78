using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>An event that was stored.</summary>
/// <param name="EventId">Its id: the same in every repetition.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="AggregateId">The aggregate that raised it.</param>
/// <param name="Payload">Its JSON.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Cause">The rules that led to it, the first one first, as <see cref="RuleChain"/> writes them; null where none did.</param>
public sealed record HappenedEvent(Guid EventId, string Name, Guid AggregateId, string Payload, Instant OccurredAt, string? Cause);
