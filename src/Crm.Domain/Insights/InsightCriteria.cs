namespace Crm.Domain.Insights;

/// <summary>Which figures on customers are listed.</summary>
public sealed record InsightCriteria
{
    /// <summary>The order.</summary>
    /// <value>By churn probability by default.</value>
    public InsightOrder Order { get; init; }

    /// <summary>Only customers of this segment.</summary>
    /// <value>Null by default: of all.</value>
    public string? Segment { get; init; }

    /// <summary>Only customers whose churn probability is at least this, 0 to 1.</summary>
    /// <value>Null by default: any.</value>
    public decimal? ChurnFrom { get; init; }

    /// <summary>How many rows.</summary>
    /// <value>1 to 1,000; 50 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int Take
    {
        get;
        init => field = value is >= 1 and <= Primitives.PageRequest.MaxTake
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A page has 1 to {Primitives.PageRequest.MaxTake} rows.");
    } = 50;

    /// <summary>Continue after this row, the <see cref="InsightPage.Next"/> of the page before.</summary>
    /// <value>Null by default: from the start.</value>
    public InsightPageKey? After { get; init; }
}
