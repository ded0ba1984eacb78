using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Intervals;

/// <summary>
/// How regularity k is spread over buyers: weights on a grid of values, found by maximum likelihood (the EM algorithm of
/// N. Laird 1978 for mixing distributions), with two buyers' worth of weight around purchases at random.
/// </summary>
internal sealed class ShapePrior
{
    private const double BaseBuyers = 2;
    private const double BaseSpread = 1.1;
    private const int MaximumBuyers = 4_000;
    private const int Rounds = 40;

    // From 1/4, in clumps, to 512, a clock, in steps of √2.
    private static readonly double[] _logShapes = [.. Enumerable.Range(0, 23).Select(i => ((i / 2.0) - 2) * Math.Log(2))];

    private readonly double[] _weights = Base();
    private readonly Dictionary<int, double[]> _constants = [];

    /// <param name="buyers">Intervals and sum of the logarithms of their shares in the total, for buyers with at least two intervals.</param>
    public ShapePrior(IReadOnlyList<(int Intervals, double LogShares)> buyers)
    {
        foreach (var (intervals, _) in buyers) _constants.TryAdd(intervals, Constants(intervals));
        var stride = Math.Max(1, buyers.Count / MaximumBuyers);
        var posterior = new double[_logShapes.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var sums = Array.ConvertAll(Base(), weight => weight * BaseBuyers);
            var total = BaseBuyers;
            for (var i = 0; i < buyers.Count; i += stride, total++)
            {
                Posterior(buyers[i].Intervals, buyers[i].LogShares, posterior);
                for (var g = 0; g < sums.Length; g++) sums[g] += posterior[g];
            }

            for (var g = 0; g < sums.Length; g++) _weights[g] = sums[g] / total;
        }

        Typical = Mean(_weights);
    }

    /// <summary>The regularity to assume of a buyer of whom nothing is known.</summary>
    public double Typical { get; }

    /// <summary>The regularity to assume of a buyer with at least two intervals: the geometric mean of what is likely.</summary>
    public double Of(int intervals, double logShares)
    {
        var posterior = new double[_logShapes.Length];
        Posterior(intervals, logShares, posterior);
        return Mean(posterior);
    }

    private void Posterior(int intervals, double logShares, double[] posterior)
    {
        var constants = _constants[intervals];
        var highest = double.NegativeInfinity;
        for (var g = 0; g < posterior.Length; g++)
        {
            posterior[g] = Math.Log(_weights[g]) + constants[g] + ((Math.Exp(_logShapes[g]) - 1) * logShares);
            highest = Math.Max(highest, posterior[g]);
        }

        var sum = 0.0;
        foreach (ref var value in posterior.AsSpan()) sum += value = Math.Exp(value - highest);
        foreach (ref var value in posterior.AsSpan()) value /= sum;
    }

    /// <summary>The logarithm of the Dirichlet density's constant for each shape.</summary>
    private static double[] Constants(int intervals) => Array.ConvertAll(_logShapes, logShape =>
    {
        var shape = Math.Exp(logShape);
        return GammaFunction.Log(intervals * shape) - (intervals * GammaFunction.Log(shape));
    });

    private static double[] Base()
    {
        var weights = Array.ConvertAll(_logShapes, logShape => Math.Exp(-0.5 * logShape * logShape / (BaseSpread * BaseSpread)));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / sum);
    }

    private static double Mean(double[] weights) => Math.Exp(weights.Zip(_logShapes, (weight, logShape) => weight * logShape).Sum());
}
