using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A segment was made.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="Kind">Who decides on its members.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-created")]
public sealed record SegmentCreated(SegmentId SegmentId, string Key, SegmentKind Kind, Instant OccurredAt) : ICrmEvent;

/// <summary>A segment is called or described otherwise.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-described")]
public sealed record SegmentDescribed(SegmentId SegmentId, string Key, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A segment has other criteria. Its members follow at the next refresh.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The version of the criteria.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-criteria-changed")]
public sealed record SegmentCriteriaChanged(SegmentId SegmentId, string Key, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A segment is out of use: its members stay as they are, and nobody comes or goes.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-archived")]
public sealed record SegmentArchived(SegmentId SegmentId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A segment is in use again.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.segment-restored")]
public sealed record SegmentRestored(SegmentId SegmentId, string Key, Instant OccurredAt) : ICrmEvent;
