using System.Runtime.InteropServices;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>Someone who is alive now, buys at a rate that is gamma(r, α) and leaves at one that is gamma(s, β).</summary>
/// <remarks>New customers are this, and so is every one who is still alive, with parameters that have learnt from the history.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ParetoNbdBuyer(double R, double Alpha, double S, double Beta)
{
    /// <summary>E[X(t)] (Fader and Hardie 2005), the limit at s = 1 included.</summary>
    public double ExpectedPurchases(double time) => R / Alpha * PowerDecay.Integral(Beta, S, time);

    /// <summary>∫ e^(−δt) dE[X(t)]; over an infinite horizon DERT ("RFM and CLV" 2005), which is written there with a confluent hypergeometric function.</summary>
    public double DiscountedPurchases(double rate, double horizon) => R / Alpha * PowerDecay.Discounted(Beta, S, rate, horizon);

    /// <summary>P(X(t) = n): n purchases in the whole time, or until leaving within it.</summary>
    public double ProbabilityOfPurchases(int count, double time)
    {
        if (time == 0) return count == 0 ? 1 : 0;
        var (r, alpha, s, beta) = (R, Alpha, S, Beta);
        var stayed = Math.Exp(-s * Elementary.LogOnePlus(time / beta)) * new GammaPoisson(r, alpha, time).Probability(count);
        var c = Math.Min(alpha, beta);
        var logFactor = GammaFunction.Log(r + count) - GammaFunction.Log(r) - GammaFunction.Log(count + 1);
        var end = Elementary.LogOnePlus(time / c);
        // A peak of n purchases is about √n narrow; and so is the range of rates.
        var panels = (int)Math.Clamp(Math.Ceiling(end * (1 + Math.Sqrt(count + r + s))), 2, 400);
        return stayed + GaussLegendre.Integrate(0, end, panels, u =>
        {
            var left = c * Elementary.ExpMinusOne(u);
            var logs = logFactor - (r * Elementary.LogOnePlus(left / alpha)) - ((s + 1) * Elementary.LogOnePlus(left / beta));
            if (count > 0) logs -= count * Elementary.LogOnePlus(alpha / left);
            return s / beta * Math.Exp(logs) * c * Math.Exp(u);
        });
    }
}
