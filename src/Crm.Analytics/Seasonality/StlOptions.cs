namespace Crm.Analytics.Seasonality;

/// <summary>How <see cref="Stl"/> smooths. Spans are numbers of neighbours, odd, at least 3; an even one is raised by 1.</summary>
public sealed record StlOptions
{
    /// <summary>The span over the values of one position in successive periods; the larger, the slower the season may change.</summary>
    /// <value>Default null: periodic, the season is the same in every period.</value>
    public int? SeasonalSpan { get; init; }

    /// <summary>The span of the trend.</summary>
    /// <value>Default null: the smallest odd number not below 1.5 · period / (1 − 1.5 / seasonal span), as the paper advises.</value>
    public int? TrendSpan { get; init; }

    /// <summary>The span of the low-pass filter.</summary>
    /// <value>Default null: the smallest odd number not below the period.</value>
    public int? LowPassSpan { get; init; }

    /// <summary>The degree of the local polynomials of the season, 0 or 1.</summary>
    /// <value>Default 0.</value>
    public int SeasonalDegree { get; init; }

    /// <summary>The degree of the local polynomials of the trend and of the low-pass filter, 0 or 1.</summary>
    /// <value>Default 1.</value>
    public int TrendDegree { get; init; } = 1;

    /// <summary>Whether outliers lose weight.</summary>
    /// <value>Default false. When true there are 15 rounds of weights with one pass each, else two passes.</value>
    public bool Robust { get; init; }

    /// <summary>Whether loess is computed at every tenth of a span only and drawn straight between, as the paper's program does.</summary>
    /// <value>Default true, which gives the figures of other tools.</value>
    public bool Jump { get; init; } = true;

    internal void Check()
    {
        if (SeasonalSpan < 3) throw Wrong(nameof(SeasonalSpan), SeasonalSpan);
        if (TrendSpan < 3) throw Wrong(nameof(TrendSpan), TrendSpan);
        if (LowPassSpan < 3) throw Wrong(nameof(LowPassSpan), LowPassSpan);
        if (SeasonalDegree is not (0 or 1)) throw Wrong(nameof(SeasonalDegree), SeasonalDegree);
        if (TrendDegree is not (0 or 1)) throw Wrong(nameof(TrendDegree), TrendDegree);

        static ArgumentOutOfRangeException Wrong(string option, object? value) => new("options", value, $"{option} is out of range.");
    }
}
