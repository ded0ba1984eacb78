namespace Crm.Domain.Marketing;

/// <summary>A segment as it was made or changed.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The version of its criteria; zero for a static list.</param>
public sealed record SavedSegment(SegmentId Id, string Key, int Number)
{
    /// <summary>Where the criteria can be seen never to hold, as JSON paths of what excludes each other: a warning, no refusal.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}
