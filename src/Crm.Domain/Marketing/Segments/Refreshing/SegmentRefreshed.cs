using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A refresh changed the members of a segment, or found them all anew.</summary>
/// <param name="RunId">The refresh.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">The segment's key.</param>
/// <param name="Entered">How many customers came in.</param>
/// <param name="Left">How many customers left.</param>
/// <param name="OccurredAt">The moment at which the criteria were asked.</param>
[CrmEvent("marketing.segment-refreshed")]
public sealed record SegmentRefreshed(SegmentRunId RunId, SegmentId SegmentId, string Key, int Entered, int Left, Instant OccurredAt) : ICrmEvent;
