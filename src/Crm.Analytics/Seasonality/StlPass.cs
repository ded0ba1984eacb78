namespace Crm.Analytics.Seasonality;

/// <summary>The inner loop of STL: season from the series without trend, then trend from the series without season.</summary>
internal sealed class StlPass
{
    private const int JumpsPerSpan = 10;

    private readonly double[] _series;
    private readonly int _period;
    private readonly Loess _seasonal;
    private readonly Loess _trend;
    private readonly Loess _lowPass;
    private readonly int _seasonalSpan;

    public StlPass(double[] series, int period, StlOptions options)
    {
        (_series, _period) = (series, period);
        (Trend, Seasonal) = (new double[series.Length], new double[series.Length]);
        // A span of ten times the series makes every position a mean.
        _seasonalSpan = Odd(options.SeasonalSpan ?? ((10 * series.Length) + 1));
        var trendSpan = Odd(options.TrendSpan ?? (int)Math.Ceiling(1.5 * period / (1 - (1.5 / _seasonalSpan))));
        var lowPassSpan = Odd(options.LowPassSpan ?? period);
        _seasonal = new Loess(_seasonalSpan, options.SeasonalDegree, Jump(_seasonalSpan));
        _trend = new Loess(trendSpan, options.TrendDegree, Jump(trendSpan));
        _lowPass = new Loess(lowPassSpan, options.TrendDegree, Jump(lowPassSpan));

        static int Odd(int span) => Math.Max(3, span % 2 == 0 ? span + 1 : span);

        int Jump(int span) => options.Jump ? (span + JumpsPerSpan - 1) / JumpsPerSpan : 1;
    }

    public double[] Trend { get; }

    public double[] Seasonal { get; }

    public void Run(double[] weights)
    {
        // One period longer at both ends, so that the moving averages reach all of the series.
        var cycles = new double[_series.Length + (2 * _period)];
        for (var position = 0; position < _period; position++) SmoothPosition(position, weights, cycles);
        var filtered = MovingMean(MovingMean(MovingMean(cycles, _period), _period), 3);
        var low = new double[_series.Length];
        _lowPass.Smooth(filtered, [], low);
        for (var i = 0; i < _series.Length; i++) Seasonal[i] = cycles[i + _period] - low[i];
        var adjusted = _series.Zip(Seasonal, (value, season) => value - season).ToArray();
        _trend.Smooth(adjusted, weights, Trend);
    }

    private void SmoothPosition(int position, double[] weights, double[] cycles)
    {
        var count = (_series.Length - position + _period - 1) / _period;
        var (values, smooth, own) = (new double[count], new double[count], weights.Length == 0 ? [] : new double[count]);
        for (var k = 0; k < count; k++)
        {
            values[k] = _series[position + (k * _period)] - Trend[position + (k * _period)];
            if (own.Length > 0) own[k] = weights[position + (k * _period)];
        }

        _seasonal.Smooth(values, own, smooth);
        for (var k = 0; k < count; k++) cycles[position + ((k + 1) * _period)] = smooth[k];
        cycles[position] = _seasonal.At(values, own, -1, 0, Math.Min(_seasonalSpan, count) - 1) ?? smooth[0];
        cycles[position + ((count + 1) * _period)] = _seasonal.At(values, own, count, Math.Max(0, count - _seasonalSpan), count - 1) ?? smooth[^1];
    }

    private static double[] MovingMean(double[] values, int length)
    {
        var means = new double[values.Length - length + 1];
        var sum = values.Take(length).Sum();
        means[0] = sum / length;
        for (var i = 1; i < means.Length; i++)
        {
            sum += values[i + length - 1] - values[i - 1];
            means[i] = sum / length;
        }

        return means;
    }
}
