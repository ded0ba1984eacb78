using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What a refresh did.</summary>
/// <param name="Moment">The moment at which criteria were asked: that of the call, or a later one that an earlier refresh had.</param>
/// <param name="Touched">Customers of whom something had been written since; null where there were too many to name, and everything was found anew.</param>
/// <param name="Segments">What it did to each segment, in the order in which segments build on each other.</param>
public sealed record SegmentRefreshResult(Instant Moment, int? Touched, IReadOnlyList<SegmentOutcome> Segments);
