using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A refresh of a segment.</summary>
/// <param name="Id">The refresh.</param>
/// <param name="Moment">The moment at which the criteria were asked.</param>
/// <param name="Number">The version of the criteria.</param>
/// <param name="Mode">How the members were found.</param>
/// <param name="Asked">Of how many customers the criteria were asked; null for all.</param>
/// <param name="Entered">How many customers came in.</param>
/// <param name="Left">How many customers left.</param>
public sealed record SegmentRunSummary(SegmentRunId Id, Instant Moment, int Number, SegmentRefreshMode Mode, int? Asked, int Entered, int Left);
