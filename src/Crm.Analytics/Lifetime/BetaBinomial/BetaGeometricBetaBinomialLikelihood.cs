using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the BG/BB model (Fader, Hardie and Shang 2010) with its gradient and Hessian by the logarithms of α, β, γ
/// and δ: a mixture over the opportunity before which the customer left, or of having stayed. Gamma functions are
/// computed once per whole-number step.
/// </summary>
internal sealed class BetaGeometricBetaBinomialLikelihood : ISmoothObjective
{
    private readonly RecencyFrequency[] _histories;
    private readonly double[] _weights;
    private readonly double _penalty;

    public BetaGeometricBetaBinomialLikelihood(ReadOnlySpan<RecencyFrequency> histories, ReadOnlySpan<double> weights, double penalty)
    {
        (_histories, _weights) = (histories.ToArray(), weights.ToArray());
        _penalty = penalty * _weights.Sum();
    }

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (alpha, beta, gamma, delta) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]));
        var longest = (int)_histories.Max(history => history.Age);
        var buying = new BetaLadder(alpha, beta, longest, longest);
        var leaving = new BetaLadder(gamma, delta, 1, longest);
        var value = 0.0;
        Span<double> first = stackalloc double[4];
        Span<double> second = stackalloc double[16];
        for (var i = 0; i < _histories.Length; i++)
        {
            if (_weights[i] > 0) value += Add(_histories[i], _weights[i], buying, leaving, first, second);
        }

        return LogScale.Transform(value, [alpha, beta, gamma, delta], first, second, _penalty, gradient, hessian);
    }

    private static double Add(
        RecencyFrequency history, double customers, BetaLadder buying, BetaLadder leaving, Span<double> first, Span<double> second)
    {
        var (x, last, n) = (history.Frequency, (int)history.Recency, (int)history.Age);
        // Who stayed, and who left after any opportunity since the last purchase; all relative to the first term.
        var scale = buying.At(x, n - x).Log + leaving.At(0, n).Log;
        var moments = new MixtureMoments(stackalloc double[4], stackalloc double[16]);
        for (var seen = last; seen <= n; seen++)
        {
            var (bought, left) = (buying.At(x, seen - x), leaving.At(seen == n ? 0 : 1, seen));
            var weight = Math.Exp(bought.Log + left.Log - scale);
            moments.Add(weight, [bought.A, bought.B, left.A, left.B]);
            moments.Bend(weight, 0, 0, bought.AA);
            moments.Bend(weight, 0, 1, bought.AB);
            moments.Bend(weight, 1, 1, bought.BB);
            moments.Bend(weight, 2, 2, left.AA);
            moments.Bend(weight, 2, 3, left.AB);
            moments.Bend(weight, 3, 3, left.BB);
        }

        return (customers * scale) + moments.Spread(customers, first, second);
    }
}
