namespace Crm.Domain.Marketing;

/// <summary>What a segment with certain criteria would hold now.</summary>
/// <param name="Members">How many customers.</param>
/// <param name="Contradictions">Where the criteria can be seen never to hold, as JSON paths of what excludes each other.</param>
public sealed record SegmentPreview(int Members, IReadOnlyList<string> Contradictions);
