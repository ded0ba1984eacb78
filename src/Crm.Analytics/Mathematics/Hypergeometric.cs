namespace Crm.Analytics.Mathematics;

/// <summary>Gauss's hypergeometric function ₂F₁(a, b; c; z) for real z below one (NIST DLMF 15.2 and 15.8).</summary>
internal static class Hypergeometric
{
    private const int MaximumTerms = 200_000;

    /// <summary>
    /// The function. Negative z is moved into [0, 1) by Pfaff's transformation; where the function grows without bound
    /// towards one (c below a + b), Euler's transformation takes the growth out of the series.
    /// </summary>
    /// <returns>NaN when z is one or more, or the series does not settle within 200,000 terms (z above about 0.9998).</returns>
    public static double Evaluate(double a, double b, double c, double z)
    {
        if (z >= 1) return double.NaN;
        if (z < 0) return Math.Pow(1 - z, -a) * Evaluate(a, c - b, c, z / (z - 1));
        return c < a + b ? Math.Pow(1 - z, c - a - b) * Series(c - a, c - b, c, z) : Series(a, b, c, z);
    }

    /// <summary>The power series, for z in [0, 1).</summary>
    public static double Series(double a, double b, double c, double z)
    {
        var (sum, term, lost) = (1.0, 1.0, 0.0);
        for (var k = 0; k < MaximumTerms; k++)
        {
            var ratio = (a + k) / (c + k) * ((b + k) / (k + 1)) * z;
            term *= ratio;
            var corrected = term - lost;
            var next = sum + corrected;
            lost = next - sum - corrected;
            sum = next;
            // The rest is at most a geometric series with the present ratio.
            if (Math.Abs(term) <= 1e-17 * Math.Abs(sum) * Math.Max(1e-6, 1 - Math.Abs(ratio)) && Math.Abs(ratio) < 1) return sum;
        }

        return double.NaN;
    }
}
