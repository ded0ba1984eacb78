namespace Crm.Analytics.Seasonality;

/// <summary>
/// The classical decomposition by moving averages (M. G. Kendall and A. Stuart, "The Advanced Theory of Statistics", volume 3):
/// the trend is a centred moving average over one period, the season the mean of each position around it.
/// </summary>
public static class ClassicalDecomposition
{
    /// <summary>Takes a series apart.</summary>
    /// <param name="values">The series, at even distances, without gaps; at least two periods.</param>
    /// <param name="period">Values per period, such as 12 for months of a year; at least 2.</param>
    /// <param name="form">How the parts make up the values; default additive.</param>
    /// <returns>The parts; the trend lacks half a period at both ends.</returns>
    /// <exception cref="ArgumentException">There are fewer than two periods, a value is not finite, or not positive for factors; the message says which, from 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 2, or the form not defined.</exception>
    public static Decomposition Decompose(ReadOnlySpan<double> values, int period, SeasonalForm form = SeasonalForm.Additive)
    {
        SeriesRules.Check(values, period, form);
        var trend = MovingAverage(values, period);
        var figure = Figure(values, trend, period, form);
        var seasonal = new double[values.Length];
        for (var i = 0; i < seasonal.Length; i++) seasonal[i] = figure[i % period];
        return new Decomposition(form, period, values.ToArray(), trend, seasonal, figure);
    }

    /// <summary>Over one period, its ends at half weight when it is even, so that every position weighs the same.</summary>
    private static double?[] MovingAverage(ReadOnlySpan<double> values, int period)
    {
        var (trend, half) = (new double?[values.Length], period / 2);
        for (var i = half; i < values.Length - half; i++)
        {
            var sum = 0.0;
            for (var j = i - half; j <= i + half; j++) sum += values[j];
            if (period % 2 == 0) sum -= (values[i - half] + values[i + half]) / 2;
            trend[i] = sum / period;
        }

        return trend;
    }

    private static double[] Figure(ReadOnlySpan<double> values, double?[] trend, int period, SeasonalForm form)
    {
        var (figure, counts) = (new double[period], new int[period]);
        for (var i = 0; i < values.Length; i++)
        {
            if (trend[i] is not { } level) continue;
            figure[i % period] += form == SeasonalForm.Additive ? values[i] - level : values[i] / level;
            counts[i % period]++;
        }

        for (var i = 0; i < period; i++) figure[i] /= counts[i];
        var mean = figure.Average();
        return Array.ConvertAll(figure, value => form == SeasonalForm.Additive ? value - mean : value / mean);
    }
}
