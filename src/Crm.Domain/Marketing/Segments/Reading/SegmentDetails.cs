namespace Crm.Domain.Marketing;

/// <summary>A segment with its criteria.</summary>
/// <param name="Summary">The segment.</param>
/// <param name="AnnouncesMembers">Whether every customer that comes or leaves by criteria is an event.</param>
/// <param name="Versions">The criteria that it has and had, the newest first; none for a static list.</param>
public sealed record SegmentDetails(SegmentSummary Summary, bool AnnouncesMembers, IReadOnlyList<SegmentCriteriaVersion> Versions)
{
    /// <summary>The criteria as JSON; null for a static list.</summary>
    public string? Criteria => Versions is [var newest, ..] ? newest.Criteria : null;
}
