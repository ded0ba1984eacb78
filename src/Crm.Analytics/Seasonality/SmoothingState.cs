namespace Crm.Analytics.Seasonality;

/// <summary>Level, trend and season while they are carried through a series.</summary>
internal sealed class SmoothingState
{
    private readonly HoltWintersOptions _options;
    private readonly double[] _seasonal;

    private SmoothingState(HoltWintersOptions options, double level, double slope, double[] seasonal, int next) =>
        (_options, Level, Slope, _seasonal, Next) = (options, level, slope, seasonal, next);

    public double Level { get; private set; }

    public double Slope { get; private set; }

    /// <summary>The first value that is predicted.</summary>
    public int Next { get; private set; }

    /// <summary>
    /// From the first two periods: season and trend by classical decomposition, level and slope by a straight line through that
    /// trend (M. Kendall and A. Stuart; the start of R's function). Without a season from the first one or two values.
    /// </summary>
    public static SmoothingState Start(double[] values, int period, HoltWintersOptions options)
    {
        if (!options.Season)
            return options.Trend ? new(options, values[1], values[1] - values[0], [], 2) : new(options, values[0], 0, [], 1);
        var parts = ClassicalDecomposition.Decompose(values.AsSpan(0, 2 * period), period, options.Form);
        var trend = parts.Trend.Where(level => level is not null).Select(level => level!.Value).ToArray();
        var (level, slope) = Line(trend);
        return new(options, level, options.Trend ? slope : 0, [.. parts.Figure!], period);
    }

    public SmoothingState Copy() => new(_options, Level, Slope, (double[])_seasonal.Clone(), Next);

    public double Season(int ahead) => _seasonal[(Next + ahead - 1) % _seasonal.Length];

    /// <summary>The value some steps ahead, 1 for the next.</summary>
    public double Forecast(int ahead)
    {
        var level = Level + (ahead * Slope);
        if (_seasonal.Length == 0) return level;
        return _options.Form == SeasonalForm.Additive ? level + Season(ahead) : level * Season(ahead);
    }

    /// <summary>Learns the next value.</summary>
    public void Learn(double value, double alpha, double beta, double gamma)
    {
        var before = Level;
        var additive = _options.Form == SeasonalForm.Additive;
        if (_seasonal.Length == 0)
        {
            Level = (alpha * value) + ((1 - alpha) * (Level + Slope));
        }
        else
        {
            ref var season = ref _seasonal[Next % _seasonal.Length];
            Level = (alpha * (additive ? value - season : value / season)) + ((1 - alpha) * (Level + Slope));
            season = (gamma * (additive ? value - Level : value / Level)) + ((1 - gamma) * season);
        }

        if (_options.Trend) Slope = (beta * (Level - before)) + ((1 - beta) * Slope);
        Next++;
    }

    /// <summary>Least squares over 1, 2, …: the line's value at 0 and its slope.</summary>
    private static (double Level, double Slope) Line(double[] values)
    {
        var (centre, mean) = ((values.Length + 1) / 2.0, values.Average());
        var slope = values.Select((value, i) => (i + 1 - centre) * (value - mean)).Sum()
            / Math.Max(1e-300, values.Select((_, i) => (i + 1 - centre) * (i + 1 - centre)).Sum());
        return (mean - (slope * centre), slope);
    }
}
