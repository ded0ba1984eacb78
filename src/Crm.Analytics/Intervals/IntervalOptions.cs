using NodaTime;

namespace Crm.Analytics.Intervals;

/// <summary>How purchase intervals are taken.</summary>
public sealed record IntervalOptions
{
    /// <summary>The last day observed; later rows do not count.</summary>
    /// <value>Default null: the last day the log observes.</value>
    public LocalDate? AsOf { get; init; }

    /// <summary>How many threads may work; the intervals are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }
}
