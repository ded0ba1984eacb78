using System.Runtime.InteropServices;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>
/// Someone who is alive now and has had j of the k events that make the next purchase; events come at a rate that is
/// gamma(r, α), and after each purchase he leaves with a probability that is beta(a, b).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegularBuyer(int K, int Stage, double R, double Alpha, double A, double B)
{
    private const int MaximumEvents = 1_000_000;

    /// <summary>E[Y(t)]: purchase n happens if n·k − j events do and none of the n − 1 before was the last.</summary>
    public double ExpectedPurchases(double time)
    {
        if (time == 0) return 0;
        var share = time / (Alpha + time);
        var logProbability = -R * Elementary.LogOnePlus(time / Alpha);
        // ahead: P(at least as many events as the next purchase needs); stayed: E[(1 − p)^purchases].
        var (sum, ahead, stayed, purchases) = (0.0, 1.0, 1.0, 0);
        var next = K - Stage;
        for (var events = 0; events < MaximumEvents; events++)
        {
            if (events == next)
            {
                sum += stayed * ahead;
                stayed *= (B + purchases) / (A + B + purchases);
                purchases++;
                next += K;
                // Half of what remains cannot show any more once the tail is rounding.
                if (ahead < 1e-15) break;
            }

            ahead = Math.Max(0, ahead - Math.Exp(logProbability));
            logProbability += Math.Log(share * (R + events) / (events + 1));
        }

        return sum;
    }

    /// <summary>P(Y(t) = n): so many purchases and still buying, or the n-th was the last.</summary>
    public double ProbabilityOfPurchases(int count, double time)
    {
        if (time == 0) return count == 0 ? 1 : 0;
        var events = new GammaPoisson(R, Alpha, time);
        var (reached, passed) = (events.AtLeast((count * K) - Stage), events.AtLeast(((count + 1) * K) - Stage));
        if (count == 0) return 1 - passed;
        var logBeta = GammaFunction.LogBeta(A, B);
        var stayed = Math.Exp(GammaFunction.LogBeta(A, B + count) - logBeta);
        var left = Math.Exp(GammaFunction.LogBeta(A + 1, B + count - 1) - logBeta);
        return (stayed * Math.Max(0, reached - passed)) + (left * reached);
    }

    /// <summary>∫ e^(−δt) dE[Y(t)], by parts.</summary>
    public double DiscountedPurchases(double rate, double horizon)
    {
        if (rate == 0) return ExpectedPurchases(horizon);
        var buyer = this;
        var until = Math.Min(horizon, 40 / rate);
        var (c, end) = (Alpha, Elementary.LogOnePlus(until / Alpha));
        var panels = (int)Math.Max(2, Math.Ceiling(end));
        var discounted = rate * GaussLegendre.Integrate(0, end, panels, u =>
        {
            var time = c * Elementary.ExpMinusOne(u);
            return Math.Exp(-rate * time) * buyer.ExpectedPurchases(time) * c * Math.Exp(u);
        });
        return double.IsInfinity(horizon) ? discounted : discounted + (Math.Exp(-rate * horizon) * ExpectedPurchases(horizon));
    }
}
