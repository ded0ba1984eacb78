namespace Crm.Analytics.Seasonality;

/// <summary>
/// The decomposition STL of R. B. Cleveland, W. S. Cleveland, J. E. McRae and I. Terpenning, "STL: A Seasonal-Trend
/// Decomposition Procedure Based on Loess", Journal of Official Statistics 6 (1990). Reaches the ends of the series, lets the
/// season change, and can disregard outliers.
/// </summary>
public static class Stl
{
    private const int PassesPlain = 2;
    private const int RoundsRobust = 15;

    /// <summary>Takes a series apart; the parts add up to the values.</summary>
    /// <param name="values">The series, at even distances, without gaps; at least two periods. For factors take logarithms.</param>
    /// <param name="period">Values per period, at least 2.</param>
    /// <param name="options">How; null for the defaults, a periodic season.</param>
    /// <exception cref="ArgumentException">There are fewer than two periods, or a value is not finite; the message says which, from 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or an option out of range.</exception>
    public static Decomposition Decompose(ReadOnlySpan<double> values, int period, StlOptions? options = null)
    {
        SeriesRules.Check(values, period, SeasonalForm.Additive);
        options ??= new StlOptions();
        options.Check();

        var series = values.ToArray();
        var passes = new StlPass(series, period, options);
        var weights = Array.Empty<double>();
        for (var round = 0; round <= (options.Robust ? RoundsRobust : 0); round++)
        {
            for (var pass = 0; pass < (options.Robust ? 1 : PassesPlain); pass++) passes.Run(weights);
            if (options.Robust && round < RoundsRobust) weights = Weights(series, passes);
        }

        var figure = options.SeasonalSpan is null ? Figure(passes.Seasonal, period) : null;
        var seasonal = figure is null ? passes.Seasonal : [.. series.Select((_, i) => figure[i % period])];
        return new Decomposition(
            SeasonalForm.Additive, period, series, Array.ConvertAll(passes.Trend, level => (double?)level), seasonal, figure);
    }

    /// <summary>Bisquare weights of the remainders, zero beyond six times their median.</summary>
    private static double[] Weights(double[] series, StlPass passes)
    {
        var remainders = series.Select((value, i) => Math.Abs(value - passes.Trend[i] - passes.Seasonal[i])).ToArray();
        var sorted = remainders.Order().ToArray();
        var bound = 3 * (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]);
        return Array.ConvertAll(remainders, remainder =>
        {
            if (remainder <= 0.001 * bound) return 1.0;
            var ratio = remainder / bound;
            return remainder <= 0.999 * bound ? (1 - (ratio * ratio)) * (1 - (ratio * ratio)) : 0;
        });
    }

    private static double[] Figure(double[] seasonal, int period)
    {
        var (figure, counts) = (new double[period], new int[period]);
        for (var i = 0; i < seasonal.Length; i++)
        {
            figure[i % period] += seasonal[i];
            counts[i % period]++;
        }

        return [.. figure.Zip(counts, (sum, count) => sum / count)];
    }
}
