using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What the activities of a series have in common.</summary>
/// <param name="Id">The first activity.</param>
/// <param name="Start">When that was planned.</param>
public sealed record ActivitySeries(ActivityId Id, Instant Start);
