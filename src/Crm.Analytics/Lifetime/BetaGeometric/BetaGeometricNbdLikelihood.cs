using System.Runtime.InteropServices;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the BG/NBD model (Fader, Hardie and Lee 2005, equation 6) with its gradient and Hessian by the
/// logarithms of r, α, a and b. Everything that depends on x alone is computed once per distinct x.
/// </summary>
/// <remarks>
/// MBG/NBD (Batislam, Denizel and Filiztekin 2007) differs by one more chance to leave, right after the first purchase:
/// the same expression with b + 1 for b and with a term for leaving at x = 0, times b / (a + b).
/// </remarks>
internal sealed class BetaGeometricNbdLikelihood : ISmoothObjective
{
    private readonly RecencyFrequency[] _histories;
    private readonly double[] _weights;
    private readonly double _penalty;
    private readonly bool _modified;

    /// <param name="histories">Ordered by frequency.</param>
    /// <param name="weights">Customers per history.</param>
    /// <param name="penalty">Penalty per customer.</param>
    /// <param name="modified">Whether to leave is possible right after the first purchase: MBG/NBD.</param>
    public BetaGeometricNbdLikelihood(
        ReadOnlySpan<RecencyFrequency> histories, ReadOnlySpan<double> weights, double penalty, bool modified = false)
    {
        (_histories, _weights, _modified) = (histories.ToArray(), weights.ToArray(), modified);
        _penalty = penalty * _weights.Sum();
    }

    public int Dimension => 4;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (r, alpha, a, b) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]));
        var sums = new Sums();
        // Derivatives by b are those by b + 1.
        var later = _modified ? b + 1 : b;
        for (var start = 0; start < _histories.Length;)
        {
            var x = _histories[start].Frequency;
            var end = start + 1;
            while (end < _histories.Length && _histories[end].Frequency == x) end++;
            var weight = x == 0 && !_modified
                ? AddWithoutRepeat(start, end, r, alpha, ref sums)
                : AddWithRepeats(start, end, x, r, alpha, a, later, ref sums);
            AddFrequency(x, weight, r, alpha, a, later, ref sums);
            if (_modified) AddFirstChance(weight, a, b, ref sums);
            start = end;
        }

        return sums.ToLogarithms([r, alpha, a, b], _penalty, gradient, hessian);
    }

    /// <summary>x = 0: the only factor besides those of x is (α + T)^−r.</summary>
    private double AddWithoutRepeat(int start, int end, double r, double alpha, ref Sums sums)
    {
        var (weights, logs, inverses, squares) = (0.0, 0.0, 0.0, 0.0);
        for (var i = start; i < end; i++)
        {
            var (weight, late) = (_weights[i], alpha + _histories[i].Age);
            weights += weight;
            logs += weight * Math.Log(late);
            inverses += weight / late;
            squares += weight / (late * late);
        }

        sums.Value -= r * logs;
        sums.R -= logs;
        sums.Alpha -= r * inverses;
        sums.RAlpha -= inverses;
        sums.AlphaAlpha += r * squares;
        return weights;
    }

    /// <summary>(α + t_x)^−(r+x) · (q + c), with q = ((α + t_x)/(α + T))^(r+x) if still alive and c = a/(b + x − 1) if not.</summary>
    private double AddWithRepeats(int start, int end, int x, double r, double alpha, double a, double b, ref Sums sums)
    {
        var (weights, m, last) = (0.0, r + x, b + x - 1);
        var chance = a / last;
        for (var i = start; i < end; i++)
        {
            var weight = _weights[i];
            var (early, late) = (alpha + _histories[i].Recency, alpha + _histories[i].Age);
            var logEarly = Math.Log(early);
            var span = logEarly - Math.Log(late);
            var q = Math.Exp(m * span);
            var alive = q / (q + chance);
            var dead = 1 - alive;
            var both = alive * dead;
            var slope = (1 / early) - (1 / late);
            var bend = (1 / (late * late)) - (1 / (early * early));
            weights += weight;
            sums.Value += weight * (Math.Log(q + chance) - (m * logEarly));
            sums.R += weight * ((alive * span) - logEarly);
            sums.Alpha += weight * m * ((alive * slope) - (1 / early));
            sums.Dead += weight * dead;
            sums.RR += weight * both * span * span;
            sums.RAlpha += weight * ((alive * slope) - (1 / early) + (both * span * m * slope));
            sums.AlphaAlpha += weight * m * ((alive * bend) + (1 / (early * early)) + (both * m * slope * slope));
            sums.RDead += weight * both * span;
            sums.AlphaDead += weight * both * m * slope;
            sums.Both += weight * both;
        }

        sums.SpreadDead(a, last);
        return weights;
    }

    /// <summary>What depends on x alone: Γ(r+x) α^r / Γ(r) and B(a, b+x) / B(a, b).</summary>
    private static void AddFrequency(int x, double weight, double r, double alpha, double a, double b, ref Sums sums)
    {
        sums.Value += weight * r * Math.Log(alpha);
        sums.R += weight * Math.Log(alpha);
        sums.Alpha += weight * r / alpha;
        sums.RAlpha += weight / alpha;
        sums.AlphaAlpha -= weight * r / (alpha * alpha);
        if (x == 0) return;
        sums.Value += weight * (GammaFunction.Log(r + x) - GammaFunction.Log(r)
            + GammaFunction.Log(a + b) + GammaFunction.Log(b + x) - GammaFunction.Log(b) - GammaFunction.Log(a + b + x));
        sums.R += weight * (GammaFunction.Digamma(r + x) - GammaFunction.Digamma(r));
        sums.RR += weight * (GammaFunction.Trigamma(r + x) - GammaFunction.Trigamma(r));
        var (either, later) = (GammaFunction.Digamma(a + b) - GammaFunction.Digamma(a + b + x), GammaFunction.Digamma(b + x) - GammaFunction.Digamma(b));
        sums.A += weight * either;
        sums.B += weight * (either + later);
        var bend = GammaFunction.Trigamma(a + b) - GammaFunction.Trigamma(a + b + x);
        sums.AA += weight * bend;
        sums.AB += weight * bend;
        sums.BB += weight * (bend + GammaFunction.Trigamma(b + x) - GammaFunction.Trigamma(b));
    }

    /// <summary>To have stayed after the first purchase: b / (a + b).</summary>
    private static void AddFirstChance(double weight, double a, double b, ref Sums sums)
    {
        var both = a + b;
        sums.Value += weight * Math.Log(b / both);
        sums.A -= weight / both;
        sums.B += weight * ((1 / b) - (1 / both));
        sums.AA += weight / (both * both);
        sums.AB += weight / (both * both);
        sums.BB += weight * ((1 / (both * both)) - (1 / (b * b)));
    }

    /// <summary>The value and its derivatives by r, α, a and b.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public double Value, R, Alpha, A, B, RR, RAlpha, RA, RB, AlphaAlpha, AlphaA, AlphaB, AA, AB, BB;

        /// <summary>Sums over one x of the probability of being dead and of its cross terms, not yet spread to a and b.</summary>
        public double Dead, RDead, AlphaDead, Both;

        public readonly double ToLogarithms(ReadOnlySpan<double> p, double penalty, Span<double> gradient, Span<double> hessian) =>
            LogScale.Transform(
                Value, p, [R, Alpha, A, B], [RR, RAlpha, RA, RB, 0, AlphaAlpha, AlphaA, AlphaB, 0, 0, AA, AB, 0, 0, 0, BB],
                penalty, gradient, hessian);

        /// <summary>ln c = ln a − ln(b + x − 1) has the same derivatives for all histories of one x.</summary>
        public void SpreadDead(double a, double last)
        {
            A += Dead / a;
            B -= Dead / last;
            AA += (Both - Dead) / (a * a);
            AB -= Both / (a * last);
            BB += (Both + Dead) / (last * last);
            RA -= RDead / a;
            RB += RDead / last;
            AlphaA -= AlphaDead / a;
            AlphaB += AlphaDead / last;
            (Dead, RDead, AlphaDead, Both) = (0, 0, 0, 0);
        }
    }
}
