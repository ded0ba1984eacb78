using System.Runtime.InteropServices;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// Someone who is alive now, buys at a rate that is gamma(r, α), and leaves after each purchase with a probability that is
/// beta(a, b). New customers of BG/NBD are this, and so is every customer who is still alive, with parameters that have
/// learnt from the history.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BetaGeometricBuyer(double R, double Alpha, double A, double B)
{
    private const double LongSeries = 300;

    /// <summary>
    /// E[X(t)] (Fader, Hardie and Lee 2005, equation 9). The closed form is 0/0 at a = 1, loses digits near it, and has a
    /// pole at a + b = 1 that only the limit removes; there, for t far beyond α, and for a so large that the series grows
    /// long (customers who are all alike), the mean over the drop-out probability is integrated.
    /// </summary>
    public double ExpectedPurchases(double time)
    {
        if (time == 0) return 0;
        var ratio = time / Alpha;
        if (ratio <= 0.5 && (R + 1) * ratio <= 1) return ShortTerm(ratio);

        var c = A + B - 1;
        var share = time / (Alpha + time);
        if (c > 0.05 && share < 0.95 && c - R > -5 && A < LongSeries)
        {
            // Equation 9 after Euler's transformation, in which neither factor can overflow.
            var none = Math.Exp(-(A - 1) * Elementary.LogOnePlus(ratio)) * Hypergeometric.Series(c - R, A - 1, c, share);
            if (Math.Abs(1 - none) > 1e-3) return c / (A - 1) * (1 - none);
        }

        // Towards p = 0 the purchases tend to those of a customer who never drops out.
        var r = R;
        return BetaIntegral.Mean(A, B, p => p < 1e-290 ? r * ratio : -Elementary.ExpMinusOne(-r * Elementary.LogOnePlus(p * ratio)) / p);
    }

    /// <summary>P(X(t) = n) (equation 8).</summary>
    public double ProbabilityOfPurchases(int count, double time)
    {
        if (time == 0) return count == 0 ? 1 : 0;
        var buying = new GammaPoisson(R, Alpha, time);
        var logBeta = GammaFunction.LogBeta(A, B);
        var exactly = buying.Probability(count);
        var survived = exactly * Math.Exp(GammaFunction.LogBeta(A, B + count) - logBeta);
        if (count == 0) return survived;
        var droppedOut = Math.Exp(GammaFunction.LogBeta(A + 1, B + count - 1) - logBeta) * buying.AtLeast(count);
        return survived + droppedOut;
    }

    /// <summary>
    /// ∫ e^(−δt) dE[X(t)]: given the drop-out probability p, purchases come at the rate (r/α) (1 + pt/α)^−(r+1).
    /// </summary>
    public double DiscountedPurchases(double rate, double horizon)
    {
        var (r, alpha) = (R, Alpha);
        return r / alpha * BetaIntegral.Mean(A, B, p => PowerDecay.Discounted(alpha / Math.Max(p, 1e-290), r + 1, rate, horizon));
    }

    /// <summary>E[X(t)] as a power series in t/α, whose terms shrink from the first.</summary>
    private double ShortTerm(double ratio)
    {
        var term = R * ratio;
        var sum = term;
        for (var k = 1; Math.Abs(term) > 1e-17 * sum; k++)
        {
            term *= -(R + k) * (A + k - 1) / ((A + B + k - 1) * (k + 1)) * ratio;
            sum += term;
        }

        return sum;
    }
}
