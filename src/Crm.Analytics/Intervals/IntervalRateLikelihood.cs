using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Intervals;

/// <summary>
/// The likelihood of buyers' totals of n intervals each: gamma with shape nk and rate kλ, where λ is gamma over buyers
/// with shape a and mean 1/m; by the logarithms of a and m. A weak normal prior keeps a in bounds when buyers are few or alike.
/// </summary>
internal sealed class IntervalRateLikelihood(IReadOnlyList<(double Shape, double Total)> buyers) : ISmoothObjective
{
    private const double PriorSpread = 2;

    private static readonly double _priorCentre = Math.Log(2);

    public int Dimension => 2;

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient, Span<double> hessian)
    {
        var (a, rate) = (Math.Exp(point[0]), Math.Exp(point[0] + point[1]));
        var (logGamma, digamma, trigamma) = (GammaFunction.Log(a), GammaFunction.Digamma(a), GammaFunction.Trigamma(a));
        var fromCentre = point[0] - _priorCentre;
        var (value, byA, byM) = (-0.5 * fromCentre * fromCentre / (PriorSpread * PriorSpread), -fromCentre / (PriorSpread * PriorSpread), 0.0);
        var (byAA, byAM, byMM) = (-1 / (PriorSpread * PriorSpread), 0.0, 0.0);
        foreach (var (shape, total) in buyers)
        {
            var posterior = a + shape;
            var share = rate / (rate + total);
            var logShare = -Elementary.LogOnePlus(total / rate);
            var curve = posterior * share * (1 - share);
            var first = GammaFunction.Digamma(posterior) - digamma + logShare;
            value += GammaFunction.Log(posterior) - logGamma + (a * logShare) - (shape * Math.Log(rate + total));
            byM += a - (posterior * share);
            byA += (a * first) + a - (posterior * share);
            byMM -= curve;
            byAM += a - (a * share) - curve;
            byAA += (a * first) + (a * a * (GammaFunction.Trigamma(posterior) - trigamma)) + (2 * a * (1 - share)) - curve;
        }

        (gradient[0], gradient[1]) = (byA, byM);
        (hessian[0], hessian[1], hessian[2], hessian[3]) = (byAA, byAM, byAM, byMM);
        return value;
    }
}
