using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A stretch in the life of a target, so that its figures can be explained.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Counts">Whether the clock ran.</param>
/// <param name="BusinessTime">The business time inside: counted when the clock ran, else what the pause added to the deadline.</param>
/// <param name="OpenPeriods">The working hours inside.</param>
public sealed record SlaSpan(Instant From, Instant To, bool Counts, Duration BusinessTime, IReadOnlyList<Interval> OpenPeriods);
