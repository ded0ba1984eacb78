namespace Crm.Analytics.Seasonality;

/// <summary>A series taken apart into trend, season and remainder.</summary>
/// <remarks>Immutable; lists are as long as the series. Trend and remainder are null where a moving average does not reach.</remarks>
public sealed class Decomposition
{
    internal Decomposition(SeasonalForm form, int period, double[] values, double?[] trend, double[] seasonal, double[]? figure)
    {
        (Form, Period, Values, Trend, Seasonal, Figure) = (form, period, values, trend, seasonal, figure);
        var remainder = new double?[values.Length];
        for (var i = 0; i < values.Length; i++)
            remainder[i] = form == SeasonalForm.Additive ? values[i] - trend[i] - seasonal[i] : values[i] / (trend[i] * seasonal[i]);
        Remainder = remainder;
        SeasonalStrength = Strength(i => Seasonal[i]);
        TrendStrength = Strength(i => Trend[i]!.Value);
    }

    /// <summary>How the parts make up the values.</summary>
    public SeasonalForm Form { get; }

    /// <summary>Values per period.</summary>
    public int Period { get; }

    /// <summary>The series.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The slow movement.</summary>
    public IReadOnlyList<double?> Trend { get; }

    /// <summary>The season: amounts around 0, or factors around 1.</summary>
    public IReadOnlyList<double> Seasonal { get; }

    /// <summary>What is left.</summary>
    public IReadOnlyList<double?> Remainder { get; }

    /// <summary>The season of each position in the period, the first of the series first; null when the season changes over time.</summary>
    public IReadOnlyList<double>? Figure { get; }

    /// <summary>
    /// How much of what is not trend is season, 0 to 1: 1 − Var(remainder) / Var(season with remainder), on logarithms for factors
    /// (X. Wang, K. Smith and R. Hyndman 2006). Zero for a series without any variation.
    /// </summary>
    public double SeasonalStrength { get; }

    /// <summary>How much of what is not season is trend, 0 to 1, likewise.</summary>
    public double TrendStrength { get; }

    private double Strength(Func<int, double> part)
    {
        var (rest, both) = (new List<double>(), new List<double>());
        for (var i = 0; i < Values.Count; i++)
        {
            if (Remainder[i] is not { } remainder) continue;
            var (left, own) = Form == SeasonalForm.Additive ? (remainder, part(i)) : (Math.Log(remainder), Math.Log(part(i)));
            rest.Add(left);
            both.Add(left + own);
        }

        var all = Variance(both);
        // Below this the variation is that of rounding.
        var noise = 1e-24 * (Form == SeasonalForm.Additive ? Values.Average(value => value * value) : 1);
        return all > noise ? Math.Clamp(1 - (Variance(rest) / all), 0, 1) : 0;
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
