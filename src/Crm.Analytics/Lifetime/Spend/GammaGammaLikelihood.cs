using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// The log-likelihood of the Gamma–Gamma model (Fader and Hardie 2013, equation 1a) with its gradient and Hessian by the
/// logarithms of p, q and v. Everything that depends on x alone is computed once per distinct x; a row costs one
/// logarithm and one division.
/// </summary>
internal sealed class GammaGammaLikelihood : ISmoothObjective
{
    private readonly List<Group> _groups = [];
    private readonly double[] _totals;
    private readonly double[] _weights;
    private readonly double _penalty;

    /// <param name="histories">Informative ones, ordered by frequency.</param>
    /// <param name="weights">Customers per history.</param>
    /// <param name="penalty">Penalty per customer.</param>
    public GammaGammaLikelihood(ReadOnlySpan<SpendHistory> histories, ReadOnlySpan<double> weights, double penalty)
    {
        (_totals, _weights) = (new double[histories.Length], weights.ToArray());
        var customers = 0.0;
        for (var start = 0; start < histories.Length;)
        {
            var x = histories[start].Frequency;
            var (end, weight, logs) = (start, 0.0, 0.0);
            for (; end < histories.Length && histories[end].Frequency == x; end++)
            {
                _totals[end] = x * histories[end].Spend;
                weight += weights[end];
                logs += weights[end] * Math.Log(histories[end].Spend);
            }

            _groups.Add(new(x, start, end, weight, logs));
            customers += weight;
            start = end;
        }

        _penalty = penalty * customers;
    }

    public int Dimension => 3;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (p, q, v) = (Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]));
        var (value, byP, byQ, byV) = (0.0, 0.0, 0.0, 0.0);
        var (pp, pq, pv, qq, qv, vv) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        var (logV, gammaQ, digammaQ, trigammaQ) = (point[2], GammaFunction.Log(q), GammaFunction.Digamma(q), GammaFunction.Trigamma(q));
        foreach (var (x, start, end, weight, logSpend) in _groups)
        {
            var (logs, inverses, squares) = Sum(start, end, v);
            var (px, m) = (p * x, (p * x) + q);
            var logX = Math.Log(x);
            var (digamma, trigamma) = (GammaFunction.Digamma(m), GammaFunction.Trigamma(m));
            value += (weight * (GammaFunction.Log(m) - GammaFunction.Log(px) - gammaQ + (q * logV) + (px * logX))) + ((px - 1) * logSpend) - (m * logs);
            byP += x * ((weight * (digamma - GammaFunction.Digamma(px) + logX)) + logSpend - logs);
            byQ += (weight * (digamma - digammaQ + logV)) - logs;
            byV += (weight * q / v) - (m * inverses);
            pp += weight * x * x * (trigamma - GammaFunction.Trigamma(px));
            pq += weight * x * trigamma;
            pv -= x * inverses;
            qq += weight * (trigamma - trigammaQ);
            qv += (weight / v) - inverses;
            vv += (m * squares) - (weight * q / (v * v));
        }

        return LogScale.Transform(value, [p, q, v], [byP, byQ, byV], [pp, pq, pv, 0, qq, qv, 0, 0, vv], _penalty, gradient, hessian);
    }

    /// <summary>Sums of ln(v + xz̄), of its inverse, and of that squared.</summary>
    private (double Logs, double Inverses, double Squares) Sum(int start, int end, double v)
    {
        var (logs, inverses, squares) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var shift = Vector256.Create(v);
        var i = start;
        for (; i + 4 <= end; i += 4)
        {
            var weight = Vector256.Create(_weights.AsSpan(i));
            var total = Vector256.Create(_totals.AsSpan(i)) + shift;
            var inverse = Vector256<double>.One / total;
            logs += weight * Vector256.Log(total);
            inverses += weight * inverse;
            squares += weight * inverse * inverse;
        }

        var sums = (Vector256.Sum(logs), Vector256.Sum(inverses), Vector256.Sum(squares));
        for (; i < end; i++)
        {
            var (weight, total) = (_weights[i], _totals[i] + v);
            sums = (sums.Item1 + (weight * Math.Log(total)), sums.Item2 + (weight / total), sums.Item3 + (weight / (total * total)));
        }

        return sums;
    }

    /// <summary>The rows of one frequency, their weight and the weighted sum of ln z̄.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Group(int Frequency, int Start, int End, double Weight, double LogSpend);
}
