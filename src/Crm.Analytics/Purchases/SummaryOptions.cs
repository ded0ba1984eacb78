using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>How customers are summarised.</summary>
public sealed record SummaryOptions
{
    /// <summary>The last day observed; later rows do not count.</summary>
    /// <value>Default null: the last day the log observes.</value>
    public LocalDate? AsOf { get; init; }

    /// <summary>What returns do.</summary>
    /// <value>Default <see cref="ReturnPolicy.Net"/>.</value>
    public ReturnPolicy Returns { get; init; } = ReturnPolicy.Net;

    /// <summary>How many threads may work; the summaries are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }
}
