namespace Crm.Domain.Marketing;

/// <summary>What a refresh did to one segment.</summary>
/// <param name="Key">The segment's key.</param>
/// <param name="Mode">How the members were found.</param>
/// <param name="Asked">Of how many customers the criteria were asked; null for all.</param>
/// <param name="Entered">How many customers came in.</param>
/// <param name="Left">How many customers left.</param>
public sealed record SegmentOutcome(string Key, SegmentRefreshMode Mode, int? Asked, int Entered, int Left)
{
    /// <summary>Why the segment was left as it was, as code and text; null where it was refreshed.</summary>
    public string? Problem { get; init; }
}
