namespace Crm.Analytics.Segmentation;

/// <summary>Names for groups of cells, as data: the first segment whose ranges hold the scores names the customer.</summary>
/// <param name="Segments">The segments in order of precedence.</param>
/// <param name="Otherwise">The name of scores that no segment holds.</param>
public sealed record RfmSegmentMap(IReadOnlyList<RfmSegment> Segments, string Otherwise)
{
    /// <summary>
    /// Eleven segments for five bands, by recency and frequency, with common marketing names; big spenders among the
    /// lapsed come first. Every combination of scores has a name.
    /// </summary>
    public static RfmSegmentMap Default { get; } = new(
        [
            new("Cannot lose", 1, 2, 4, 5, 5, 5),
            new("Champions", 5, 5, 4, 5),
            new("Loyal", 3, 4, 4, 5),
            new("At risk", 1, 2, 3, 5),
            new("New", 5, 5, 1, 1),
            new("Potential loyalists", 4, 5, 2, 3),
            new("Promising", 4, 4, 1, 1),
            new("Need attention", 3, 3, 3, 3),
            new("About to sleep", 3, 3, 1, 2),
            new("Hibernating", 2, 2, 1, 2),
            new("Lost", 1, 1, 1, 2),
        ],
        "Other");

    /// <summary>The name for a score.</summary>
    public string NameOf(RfmScore score)
    {
        foreach (var segment in Segments)
        {
            if (segment.Contains(score)) return segment.Name;
        }

        return Otherwise;
    }
}
