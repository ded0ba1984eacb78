using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// Sums over the mixture of one history: the weight, and with it the mean of the first and second derivatives of each
/// point's logarithm by r, α, s and β (its logarithms relative to the time of the last purchase).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ParetoNbdMoments
{
    private Vector256<double> _weight, _r, _alpha, _s, _beta;
    private Vector256<double> _rr, _rAlpha, _rS, _rBeta, _alphaAlpha, _alphaS, _alphaBeta, _ss, _sBeta, _betaBeta;

    public readonly double Weight => Vector256.Sum(_weight);

    /// <summary>Four points of leaving within observation.</summary>
    public void Add(
        Vector256<double> weight, Vector256<double> logA, Vector256<double> a, Vector256<double> logB, Vector256<double> b, double power, double s)
    {
        // ln point = ln s − power · ln(α + τ) − (s + 1) · ln(β + τ)
        var inverse = Vector256.Create(1 / s);
        Add(weight, logA, a, inverse - logB, b, Vector256.Create(power), Vector256.Create(s + 1), inverse * inverse);
    }

    /// <summary>The point of being alive at the end.</summary>
    public void AddPoint(double weight, double logA, double a, double logB, double b, double power, double s) => Add(
        Vector256.CreateScalar(weight), Vector256.CreateScalar(logA), Vector256.CreateScalar(a), Vector256.CreateScalar(-logB),
        Vector256.CreateScalar(b), Vector256.Create(power), Vector256.Create(s), Vector256<double>.Zero);

    /// <summary>Spreads the history's sums to the whole: gradient and Hessian of ln(sum), times a number of customers.</summary>
    /// <param name="customers">How many have this history.</param>
    /// <param name="first">Derivatives by r, α, s and β, to add to.</param>
    /// <param name="second">Second derivatives, upper triangle row by row, to add to.</param>
    public readonly void Spread(double customers, Span<double> first, Span<double> second)
    {
        var scale = 1 / Weight;
        var (r, alpha, s, beta) = (scale * Vector256.Sum(_r), scale * Vector256.Sum(_alpha), scale * Vector256.Sum(_s), scale * Vector256.Sum(_beta));
        first[0] += customers * r;
        first[1] += customers * alpha;
        first[2] += customers * s;
        first[3] += customers * beta;
        second[0] += customers * ((scale * Vector256.Sum(_rr)) - (r * r));
        second[1] += customers * ((scale * Vector256.Sum(_rAlpha)) - (r * alpha));
        second[2] += customers * ((scale * Vector256.Sum(_rS)) - (r * s));
        second[3] += customers * ((scale * Vector256.Sum(_rBeta)) - (r * beta));
        second[5] += customers * ((scale * Vector256.Sum(_alphaAlpha)) - (alpha * alpha));
        second[6] += customers * ((scale * Vector256.Sum(_alphaS)) - (alpha * s));
        second[7] += customers * ((scale * Vector256.Sum(_alphaBeta)) - (alpha * beta));
        second[10] += customers * ((scale * Vector256.Sum(_ss)) - (s * s));
        second[11] += customers * ((scale * Vector256.Sum(_sBeta)) - (s * beta));
        second[15] += customers * ((scale * Vector256.Sum(_betaBeta)) - (beta * beta));
    }

    private void Add(
        Vector256<double> weight, Vector256<double> logA, Vector256<double> a, Vector256<double> byS, Vector256<double> b,
        Vector256<double> power, Vector256<double> shape, Vector256<double> bend)
    {
        var (byR, byAlpha, byBeta) = (-logA, -(power * a), -(shape * b));
        var (r, alpha, s, beta) = (weight * byR, weight * byAlpha, weight * byS, weight * byBeta);
        _weight += weight;
        _r += r;
        _alpha += alpha;
        _s += s;
        _beta += beta;
        _rr += r * byR;
        _rAlpha += (r * byAlpha) - (weight * a);
        _rS += r * byS;
        _rBeta += r * byBeta;
        _alphaAlpha += (alpha * byAlpha) - (alpha * a);
        _alphaS += alpha * byS;
        _alphaBeta += alpha * byBeta;
        _ss += (s * byS) - (weight * bend);
        _sBeta += (s * byBeta) - (weight * b);
        _betaBeta += (beta * byBeta) - (beta * b);
    }
}
