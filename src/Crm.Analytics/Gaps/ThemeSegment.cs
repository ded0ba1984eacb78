namespace Crm.Analytics.Gaps;

/// <summary>A segment whose customers have a need more often than others.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Customers">How many of its customers have the need.</param>
/// <param name="Size">How many customers it has.</param>
/// <param name="PValue">Fisher's test that the need is no more frequent in it, corrected for all themes and segments.</param>
public sealed record ThemeSegment(string Segment, int Customers, int Size, double PValue);
