using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Criteria that a segment has or had.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Criteria">The criteria as JSON.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Name of who wrote them.</param>
public sealed record SegmentCriteriaVersion(int Number, string Criteria, Instant At, string By);
