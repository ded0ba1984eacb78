using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the MBG/CNBD-k model with its gradient and Hessian by the logarithms of r, α, a and b, without the
/// factors that depend on single intervals and k alone: a mixture over having left with the last purchase, and of being
/// alive with j = 0 … k − 1 events of the Poisson process since then.
/// </summary>
internal sealed class ModifiedBetaGeometricCnbdLikelihood : ISmoothObjective
{
    private readonly RecencyFrequency[] _histories;
    private readonly double[] _weights;
    private readonly int _k;
    private readonly double _penalty;

    public ModifiedBetaGeometricCnbdLikelihood(ReadOnlySpan<RecencyFrequency> histories, ReadOnlySpan<double> weights, int k, double penalty)
    {
        (_histories, _weights, _k) = (histories.ToArray(), weights.ToArray(), k);
        _penalty = penalty * _weights.Sum();
    }

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (r, alpha, a, b) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]));
        var staying = new BetaLadder(a, b, 0, _histories.Max(history => history.Frequency) + 1);
        var value = 0.0;
        Span<double> first = stackalloc double[4];
        Span<double> second = stackalloc double[16];
        for (var start = 0; start < _histories.Length;)
        {
            var x = _histories[start].Frequency;
            var (end, customers) = (start, 0.0);
            for (; end < _histories.Length && _histories[end].Frequency == x; end++)
            {
                customers += _weights[end];
                if (_weights[end] > 0) value += Add(_histories[end], _weights[end], r, alpha, a, b, first, second);
            }

            value += AddFrequency(r + (_k * x), customers, r, alpha, staying.At(0, x + 1), first, second);
            start = end;
        }

        return LogScale.Transform(value, [r, alpha, a, b], first, second, _penalty, gradient, hessian);
    }

    /// <summary>All terms are relative to (α + t_x)^−m, m = r + kx.</summary>
    private double Add(
        RecencyFrequency history, double customers, double r, double alpha, double a, double b, Span<double> first, Span<double> second)
    {
        var (m, last) = (r + (_k * history.Frequency), b + history.Frequency);
        var (early, late) = (alpha + history.Recency, alpha + history.Age);
        var (logEarly, silence) = (Math.Log(early), Math.Log(early / late));
        var moments = new MixtureMoments(stackalloc double[4], stackalloc double[16]);
        var left = a / last;
        moments.Add(left, [0, -m / early, 1 / a, -1 / last]);
        Bend(ref moments, left, early, m);
        moments.Bend(left, 2, 2, -1 / (a * a));
        moments.Bend(left, 3, 3, 1 / (last * last));

        var (term, rise, bend) = (Math.Exp(m * silence), 0.0, 0.0);
        for (var j = 0; j < _k; j++)
        {
            moments.Add(term, [silence + rise, -(m + j) / late, 0, 0]);
            Bend(ref moments, term, late, m + j);
            moments.Bend(term, 0, 0, bend);
            term *= (m + j) / (j + 1) * ((history.Age - history.Recency) / late);
            rise += 1 / (m + j);
            bend -= 1 / ((m + j) * (m + j));
        }

        first[0] -= customers * logEarly;
        return moments.Spread(customers, first, second) - (customers * m * logEarly);
    }

    /// <summary>Second derivatives of −power · ln(since) by r and α, where the power contains r and the time α.</summary>
    private static void Bend(ref MixtureMoments moments, double weight, double since, double power)
    {
        moments.Bend(weight, 0, 1, -1 / since);
        moments.Bend(weight, 1, 1, power / (since * since));
    }

    /// <summary>What depends on x alone: Γ(r + kx) α^r / Γ(r) and B(a, b + x + 1) / B(a, b).</summary>
    private static double AddFrequency(
        double m, double customers, double r, double alpha, BetaLadder.Rise stayed, Span<double> first, Span<double> second)
    {
        first[0] += customers * (GammaFunction.Digamma(m) - GammaFunction.Digamma(r) + Math.Log(alpha));
        first[1] += customers * r / alpha;
        first[2] += customers * stayed.A;
        first[3] += customers * stayed.B;
        second[0] += customers * (GammaFunction.Trigamma(m) - GammaFunction.Trigamma(r));
        second[1] += customers / alpha;
        second[5] -= customers * r / (alpha * alpha);
        second[10] += customers * stayed.AA;
        second[11] += customers * stayed.AB;
        second[15] += customers * stayed.BB;
        return customers * (GammaFunction.Log(m) - GammaFunction.Log(r) + (r * Math.Log(alpha)) + stayed.Log);
    }
}
