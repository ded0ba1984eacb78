namespace Crm.Analytics.Segmentation;

/// <summary>A named group of cells: every combination of scores within three ranges, ends included.</summary>
/// <param name="Name">What marketing calls it.</param>
/// <param name="MinRecency">The lowest recency score.</param>
/// <param name="MaxRecency">The highest recency score.</param>
/// <param name="MinFrequency">The lowest frequency score.</param>
/// <param name="MaxFrequency">The highest frequency score.</param>
/// <param name="MinMonetary">The lowest monetary score; default 1.</param>
/// <param name="MaxMonetary">The highest monetary score; default 9, any.</param>
public sealed record RfmSegment(
    string Name,
    int MinRecency,
    int MaxRecency,
    int MinFrequency,
    int MaxFrequency,
    int MinMonetary = 1,
    int MaxMonetary = 9)
{
    /// <summary>Whether the scores are within the ranges.</summary>
    public bool Contains(RfmScore score) =>
        score.Recency >= MinRecency && score.Recency <= MaxRecency
        && score.Frequency >= MinFrequency && score.Frequency <= MaxFrequency
        && score.Monetary >= MinMonetary && score.Monetary <= MaxMonetary;
}
