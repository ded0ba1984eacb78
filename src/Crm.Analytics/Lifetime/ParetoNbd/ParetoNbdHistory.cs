using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// One history under Pareto/NBD. Its likelihood is a mixture over the time τ of leaving: after the end of observation,
/// (α + T)^−(r+x) (β + T)^−s, or at a τ between last purchase and end, s (α + τ)^−(r+x) (β + τ)^−(s+1).
/// </summary>
/// <remarks>
/// The papers write the integral as a difference of hypergeometric functions, in two branches for α and β. Here it is
/// taken by Gauss's quadrature in u = ln(c + τ), c the smaller of α and β: the integrand is then an exponential
/// times a smooth function, for any order of α and β, equality included, and its derivatives are moments of the same sum.
/// All factors are relative to the time of the last purchase, so nothing under- or overflows.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct ParetoNbdHistory
{
    private const double Negligible = 40;

    private readonly double _alpha, _s, _beta, _power, _early, _age;

    public ParetoNbdHistory(double r, double alpha, double s, double beta, RecencyFrequency history)
    {
        (_alpha, _s, _beta) = (alpha, s, beta);
        (_power, _early, _age) = (r + history.Frequency, history.Recency, history.Age);
    }

    /// <summary>ln of the mixture at τ = t_x, the scale of everything else.</summary>
    public double LogReference => -(_power * Math.Log(_alpha + _early)) - (_s * Math.Log(_beta + _early));

    public double ProbabilityAlive
    {
        get
        {
            var moments = default(ParetoNbdMoments);
            AddAlive(ref moments);
            var alive = moments.Weight;
            AddDroppedOut(ref moments);
            return alive / moments.Weight;
        }
    }

    /// <summary>Adds the term of those who are alive at the end.</summary>
    public void AddAlive(ref ParetoNbdMoments moments)
    {
        var (a, b) = (1 / (_alpha + _age), 1 / (_beta + _age));
        var (logA, logB) = (Math.Log((_alpha + _age) / (_alpha + _early)), Math.Log((_beta + _age) / (_beta + _early)));
        moments.AddPoint(Math.Exp(-(_power * logA) - (_s * logB)), logA, a, logB, b, _power, _s);
    }

    /// <summary>Adds the terms of those who left between the last purchase and the end.</summary>
    public void AddDroppedOut(ref ParetoNbdMoments moments)
    {
        if (_age <= _early) return;
        var alphaFirst = _alpha <= _beta;
        var (low, high) = (Math.Min(_alpha, _beta) + _early, Math.Max(_alpha, _beta) + _early);
        var (lowPower, highPower) = alphaFirst ? (_power, _s) : (_s, _power);
        var span = Math.Log((low + _age - _early) / low);
        var gap = high - low;
        var decay = Decay(span);
        if (decay > Negligible)
        {
            // Bisect to where the rest is negligible; an upper bound is enough.
            var shortest = 0.0;
            for (var i = 0; i < 24 && span - shortest > 1e-3 * span; i++)
            {
                var middle = (shortest + span) / 2;
                if (Decay(middle) > Negligible) span = middle;
                else shortest = middle;
            }

            decay = Negligible;
        }

        var (nodes, weights) = Rule(decay, span);
        var scale = Vector256.Create(_s * low * span);
        for (var k = 0; k < nodes.Length; k += 4)
        {
            var u = Vector256.Create(nodes.AsSpan(k)) * span;
            var growth = Vector256.Exp(u);
            var lowNow = growth * low;
            var highNow = lowNow + Vector256.Create(gap);
            var logHigh = Vector256.Log(highNow / high);
            var density = Vector256.Exp(-(u * lowPower) - (logHigh * highPower)) * growth * Vector256.Create(weights.AsSpan(k)) * scale;
            var (inverseLow, inverseHigh) = (Vector256<double>.One / lowNow, Vector256<double>.One / highNow);
            if (alphaFirst) moments.Add(density * inverseHigh, u, inverseLow, logHigh, inverseHigh, _power, _s);
            else moments.Add(density * inverseLow, logHigh, inverseHigh, u, inverseLow, _power, _s);
        }

        double Decay(double to) => (lowPower * to) + (highPower * Math.Log(((low * Math.Exp(to)) + gap) / high));
    }

    /// <summary>As many points as sixteen digits need for an exponential that falls by e^−decay, on a range of u.</summary>
    private static (double[] Nodes, double[] Weights) Rule(double decay, double span) => Math.Max(decay, 2 * span) switch
    {
        < 3 => GaussLegendre.Points8,
        < 9 => GaussLegendre.Points12,
        < 16 => GaussLegendre.Points16,
        _ => GaussLegendre.Points24,
    };
}
