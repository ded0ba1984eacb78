using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the shifted beta geometric model (Fader and Hardie 2007) with its gradient and Hessian by the logarithms of
/// α and β: B(α + 1, β + n) / B(α, β) for who cancels after n renewals, B(α, β + n) / B(α, β) for who still runs.
/// </summary>
internal sealed class ShiftedBetaGeometricLikelihood : ISmoothObjective
{
    private readonly ContractHistory[] _histories;
    private readonly double[] _weights;
    private readonly double _penalty;

    public ShiftedBetaGeometricLikelihood(ReadOnlySpan<ContractHistory> histories, ReadOnlySpan<double> weights, double penalty)
    {
        (_histories, _weights) = (histories.ToArray(), weights.ToArray());
        _penalty = penalty * _weights.Sum();
    }

    public int Dimension => 2;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (alpha, beta) = (Math.Exp(point[0]), Math.Exp(point[1]));
        var ladder = new BetaLadder(alpha, beta, 1, _histories.Max(history => history.Renewals));
        var (value, a, b, aa, ab, bb) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < _histories.Length; i++)
        {
            var (weight, term) = (_weights[i], ladder.At(_histories[i].Cancelled ? 1 : 0, _histories[i].Renewals));
            value += weight * term.Log;
            a += weight * term.A;
            b += weight * term.B;
            aa += weight * term.AA;
            ab += weight * term.AB;
            bb += weight * term.BB;
        }

        return LogScale.Transform(value, [alpha, beta], [a, b], [aa, ab, 0, bb], _penalty, gradient, hessian);
    }
}
