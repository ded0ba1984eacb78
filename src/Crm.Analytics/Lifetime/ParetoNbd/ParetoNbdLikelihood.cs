using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the Pareto/NBD model (Fader and Hardie 2005) with its gradient and Hessian by the
/// logarithms of r, α, s and β. Everything that depends on x alone is computed once per distinct x.
/// </summary>
internal sealed class ParetoNbdLikelihood : ISmoothObjective
{
    private readonly RecencyFrequency[] _histories;
    private readonly double[] _weights;
    private readonly double _penalty;

    /// <param name="histories">Ordered by frequency.</param>
    /// <param name="weights">Customers per history.</param>
    /// <param name="penalty">Penalty per customer.</param>
    public ParetoNbdLikelihood(ReadOnlySpan<RecencyFrequency> histories, ReadOnlySpan<double> weights, double penalty)
    {
        (_histories, _weights) = (histories.ToArray(), weights.ToArray());
        _penalty = penalty * _weights.Sum();
    }

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (r, alpha, s, beta) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]));
        var value = 0.0;
        Span<double> first = stackalloc double[4];
        Span<double> second = stackalloc double[16];
        for (var start = 0; start < _histories.Length;)
        {
            var x = _histories[start].Frequency;
            var customers = 0.0;
            var end = start;
            for (; end < _histories.Length && _histories[end].Frequency == x; end++)
            {
                value += Add(_histories[end], _weights[end], r, alpha, s, beta, first, second);
                customers += _weights[end];
            }

            value += AddFrequency(x, customers, r, alpha, s, beta, first, second);
            start = end;
        }

        return LogScale.Transform(value, [r, alpha, s, beta], first, second, _penalty, gradient, hessian);
    }

    private static double Add(
        RecencyFrequency history, double customers, double r, double alpha, double s, double beta, Span<double> first, Span<double> second)
    {
        var terms = new ParetoNbdHistory(r, alpha, s, beta, history);
        var moments = default(ParetoNbdMoments);
        terms.AddAlive(ref moments);
        terms.AddDroppedOut(ref moments);
        moments.Spread(customers, first, second);
        // The points' logarithms by r and s are relative to the last purchase.
        first[0] -= customers * Math.Log(alpha + history.Recency);
        first[2] -= customers * Math.Log(beta + history.Recency);
        return customers * (terms.LogReference + Math.Log(moments.Weight));
    }

    /// <summary>What depends on x alone: Γ(r+x) α^r β^s / Γ(r).</summary>
    private static double AddFrequency(
        int x, double customers, double r, double alpha, double s, double beta, Span<double> first, Span<double> second)
    {
        first[0] += customers * (GammaFunction.Digamma(r + x) - GammaFunction.Digamma(r) + Math.Log(alpha));
        first[1] += customers * r / alpha;
        first[2] += customers * Math.Log(beta);
        first[3] += customers * s / beta;
        second[0] += customers * (GammaFunction.Trigamma(r + x) - GammaFunction.Trigamma(r));
        second[1] += customers / alpha;
        second[5] -= customers * r / (alpha * alpha);
        second[11] += customers / beta;
        second[15] -= customers * s / (beta * beta);
        return customers * (GammaFunction.Log(r + x) - GammaFunction.Log(r) + (r * Math.Log(alpha)) + (s * Math.Log(beta)));
    }
}
