using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Seasonality;

/// <summary>
/// Exponential smoothing with trend and season by C. C. Holt (1957) and P. R. Winters, "Forecasting Sales by Exponentially
/// Weighted Moving Averages" (1960), with the weights that make the squared errors of one-step forecasts smallest.
/// </summary>
public sealed class HoltWinters
{
    private readonly SmoothingState _end;
    private readonly double[] _fitted;
    private readonly double _variance;

    private HoltWinters(double[] values, int period, HoltWintersOptions options, double[] weights)
    {
        (Options, Period, Values) = (options, period, values);
        Alpha = weights[0];
        Beta = options.Trend ? weights[1] : null;
        Gamma = options.Season ? weights[2] : null;
        _end = SmoothingState.Start(values, period, options);
        FirstFitted = _end.Next;
        _fitted = new double[values.Length - FirstFitted];
        var errors = new double[_fitted.Length];
        for (var i = 0; i < _fitted.Length; i++)
        {
            _fitted[i] = _end.Forecast(1);
            errors[i] = values[FirstFitted + i] - _fitted[i];
            _end.Learn(values[FirstFitted + i], weights[0], weights[1], weights[2]);
        }

        SquaredErrors = errors.Sum(error => error * error);
        var mean = errors.Average();
        _variance = errors.Length < 2 ? 0 : errors.Sum(error => (error - mean) * (error - mean)) / (errors.Length - 1);
    }

    /// <summary>How the series was smoothed.</summary>
    public HoltWintersOptions Options { get; }

    /// <summary>Values per period; 1 without a season.</summary>
    public int Period { get; }

    /// <summary>The series.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The weight of the newest value in the level.</summary>
    public double Alpha { get; }

    /// <summary>The weight of the newest step in the trend; null without a trend.</summary>
    public double? Beta { get; }

    /// <summary>The weight of the newest value in the season; null without a season.</summary>
    public double? Gamma { get; }

    /// <summary>The level at the end of the series.</summary>
    public double Level => _end.Level;

    /// <summary>The trend per value at the end of the series; zero without a trend.</summary>
    public double Slope => _end.Slope;

    /// <summary>The sum of squared errors of the one-step forecasts.</summary>
    public double SquaredErrors { get; }

    /// <summary>The position of the first value that was forecast; those before it started the smoothing.</summary>
    public int FirstFitted { get; }

    /// <summary>The one-step forecasts of the values from <see cref="FirstFitted"/> on.</summary>
    public ReadOnlySpan<double> Fitted => _fitted;

    /// <summary>Smooths a series.</summary>
    /// <param name="values">The series, at even distances, without gaps: more than two periods, or at least four values without a season.</param>
    /// <param name="period">Values per period, at least 2; not read without a season.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">The series is too short, a value is not finite, or not positive for a multiplicative season; the message says which, from 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or an option out of range.</exception>
    public static HoltWinters Fit(ReadOnlySpan<double> values, int period, HoltWintersOptions? options = null)
    {
        options ??= new HoltWintersOptions();
        options.Check();
        if (options.Season) SeriesRules.Check(values, period, options.Form);
        else SeriesRules.CheckFinite(values);
        if (values.Length < (options.Season ? (2 * period) + 1 : 4))
            throw new ArgumentException($"{values.Length} values are too few to smooth.", nameof(values));
        var series = values.ToArray();
        return new HoltWinters(series, options.Season ? period : 1, options, SmoothingWeights.Find(series, period, options));
    }

    /// <summary>Forecasts the values after the series.</summary>
    /// <param name="steps">How many; at least one.</param>
    /// <param name="level">The level of the intervals, between 0 and 1; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps, or the level is out of range.</exception>
    /// <remarks>
    /// Intervals by M. Yar and C. Chatfield (1990), for a multiplicative season by C. Chatfield and M. Yar (1991), with the
    /// variance of the one-step errors; they are right for errors that are normal and of one size.
    /// </remarks>
    public IReadOnlyList<SeriesForecast> Forecast(int steps, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Between 0 and 1.");
        var width = NormalDistribution.HalfWidth(level);
        var forecasts = new SeriesForecast[steps];
        for (var ahead = 1; ahead <= steps; ahead++)
        {
            var (value, half) = (_end.Forecast(ahead), width * Math.Sqrt(_variance * Spread(ahead)));
            forecasts[ahead - 1] = new SeriesForecast(value, value - half, value + half);
        }

        return forecasts;
    }

    /// <summary>The variance of a forecast, in variances of one-step forecasts.</summary>
    private double Spread(int ahead)
    {
        var sum = 1.0;
        for (var j = 1; j < ahead; j++)
        {
            var response = Alpha * (1 + (j * (Beta ?? 0)));
            if (Gamma is { } gamma && j % Period == 0) response += gamma * (1 - Alpha);
            if (Gamma is not null && Options.Form == SeasonalForm.Multiplicative) response *= _end.Season(ahead) / _end.Season(ahead - j);
            sum += response * response;
        }

        return sum;
    }
}
