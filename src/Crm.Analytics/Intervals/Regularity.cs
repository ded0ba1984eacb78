using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Intervals;

/// <summary>Collects the intervals of buyers, each with a rate of their own, and estimates how regular they are.</summary>
internal sealed class Regularity
{
    private const double SmallestShape = 1e-4;
    private const double LargestShape = 1e6;
    private const int MaximumSteps = 100;

    private readonly SortedDictionary<int, int> _buyersByIntervals = [];
    private double _squares;
    private double _logShares;
    private int _pairs;

    /// <summary>Adds one buyer's ascending purchase days.</summary>
    public void Add(ReadOnlySpan<int> days)
    {
        var intervals = days.Length - 1;
        if (intervals < 2) return;
        _buyersByIntervals[intervals] = _buyersByIntervals.GetValueOrDefault(intervals) + 1;
        var total = (double)days[^1] - days[0];
        for (var i = 1; i < days.Length; i++)
        {
            _logShares += Math.Log((days[i] - (double)days[i - 1]) / total);
            if (i == 1) continue;
            var distance = ((days[i] - (double)days[i - 1]) / (days[i] - (double)days[i - 2])) - 0.5;
            _squares += distance * distance;
            _pairs++;
        }
    }

    /// <summary>
    /// The share of the first in a pair of gamma(k) intervals is beta(k, k), whose variance is 1 / (4 (2k + 1)); its mean is
    /// known to be a half.
    /// </summary>
    public double? Wheat()
    {
        if (_pairs == 0) return null;
        var variance = _squares / _pairs;
        return variance == 0 ? double.PositiveInfinity : Math.Max(0, (1 - (4 * variance)) / (8 * variance));
    }

    /// <summary>
    /// The shares of n gamma(k) intervals in their total are Dirichlet(k, …, k): the root of
    /// Σ n (ψ(nk) − ψ(k)) + Σ ln share, which falls from infinity to at most zero as k grows.
    /// </summary>
    public double? Gamma()
    {
        if (_pairs == 0) return null;
        // With equal intervals the sum of the logarithms is at its bound, and k has none.
        var bound = _buyersByIntervals.Sum(pair => -(double)pair.Key * pair.Value * Math.Log(pair.Key));
        if (_logShares >= bound * (1 - 1e-12)) return double.PositiveInfinity;
        var (low, high) = (Math.Log(SmallestShape), Math.Log(LargestShape));
        if (Slope(high).Value > 0) return double.PositiveInfinity;
        var point = 0.0;
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (value, change) = Slope(point);
            if (value > 0) low = point;
            else high = point;
            var next = point - (value / change);
            // The equation is steep below the root and flat above it: outside the bracket the bracket is halved instead.
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - point) <= 1e-13) break;
            point = next;
        }

        return Math.Exp(point);
    }

    /// <summary>The equation's left side and its derivative by the logarithm of the shape.</summary>
    private (double Value, double Change) Slope(double logShape)
    {
        var shape = Math.Exp(logShape);
        var (digamma, trigamma) = (GammaFunction.Digamma(shape), GammaFunction.Trigamma(shape));
        var (value, change) = (_logShares, 0.0);
        foreach (var (intervals, buyers) in _buyersByIntervals)
        {
            value += (double)intervals * buyers * (GammaFunction.Digamma(intervals * shape) - digamma);
            change += (double)intervals * buyers * shape * ((intervals * GammaFunction.Trigamma(intervals * shape)) - trigamma);
        }

        return (value, change);
    }
}
