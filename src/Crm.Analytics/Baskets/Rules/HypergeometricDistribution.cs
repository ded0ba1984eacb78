using System.Runtime.InteropServices;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Baskets;

/// <summary>How many of the marked are among those drawn, without putting back.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HypergeometricDistribution(int Total, int Marked, int Drawn)
{
    private const double Negligible = 1e-18;
    private const double Rounding = 64 * 2.220446049250313e-16;

    private int Least => Math.Max(0, Marked - (Total - Drawn));

    private int Most => Math.Min(Marked, Drawn);

    private int Mean => (int)((double)Marked * Drawn / Total);

    /// <summary>P(X ≥ k), summed from the side where terms fall, so that small ones keep their digits.</summary>
    public double AtLeast(int k)
    {
        if (k <= Least) return 1;
        if (k > Most) return 0;
        return k > Mean ? Upwards(k) : Math.Max(0, 1 - Downwards(k - 1));
    }

    /// <summary>The least k with P(X ≤ k) ≥ level.</summary>
    public int Quantile(double level)
    {
        var k = Math.Clamp(Mean, Least, Most);
        var (term, sum) = (Probability(k), Downwards(k));
        // As R does: a level that is met but for rounding is met.
        var goal = level * (1 - Rounding);
        while (sum < goal && k < Most)
        {
            term *= RatioUp(k++);
            sum += term;
        }

        while (k > Least && sum - term >= goal)
        {
            sum -= term;
            term /= RatioUp(--k);
        }

        return k;
    }

    private double Upwards(int k)
    {
        var sum = 0.0;
        for (var term = Probability(k); ; term *= RatioUp(k++))
        {
            sum += term;
            if (k >= Most || term < sum * Negligible) return sum;
        }
    }

    private double Downwards(int k)
    {
        var sum = 0.0;
        for (var term = Probability(k); ; term /= RatioUp(--k))
        {
            sum += term;
            if (k <= Least || term < sum * Negligible) return sum;
        }
    }

    /// <summary>P(k + 1) by P(k).</summary>
    private double RatioUp(int k) => (double)(Marked - k) * (Drawn - k) / ((k + 1.0) * ((double)Total - Marked - Drawn + k + 1));

    private double Probability(int k) => Math.Exp(Choose(Marked, k) + Choose(Total - Marked, Drawn - k) - Choose(Total, Drawn));

    private static double Choose(int n, int k) => GammaFunction.Log(n + 1.0) - GammaFunction.Log(k + 1.0) - GammaFunction.Log(n - k + 1.0);
}
