using System.Runtime.InteropServices;

namespace Crm.Analytics.Mathematics;

/// <summary>How many events happen in a time &gt; 0 at a Poisson rate that is gamma(r, α): the negative binomial distribution.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GammaPoisson(double R, double Alpha, double Time)
{
    /// <summary>P(N = n).</summary>
    public double Probability(int count) => Math.Exp(
        GammaFunction.Log(R + count) - GammaFunction.Log(R) - GammaFunction.Log(count + 1)
        - (R * Elementary.LogOnePlus(Time / Alpha)) - (count * Elementary.LogOnePlus(Alpha / Time)));

    /// <summary>P(N ≥ n). The smaller tail is summed, so neither loses digits.</summary>
    public double AtLeast(int count)
    {
        if (count <= 0) return 1;
        var share = Time / (Alpha + Time);
        if (count < R * Time / Alpha)
        {
            var below = 0.0;
            for (var n = 0; n < count; n++) below += Probability(n);
            return 1 - below;
        }

        var term = Probability(count);
        var sum = term;
        for (var n = count; term > 1e-18 * sum; n++)
        {
            term *= share * (R + n) / (n + 1);
            sum += term;
        }

        return sum;
    }
}
