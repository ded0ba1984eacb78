namespace Crm.Analytics.Mathematics;

/// <summary>The regularised upper incomplete gamma function Q(a, x) (NIST DLMF 8.2.4): series 8.7.1 below a + 1, continued fraction 8.9.2 above.</summary>
internal static class IncompleteGamma
{
    private const int MaximumTerms = 100_000;
    private const double Tiny = 1e-300;

    /// <summary>Q(a, x) for positive a and x at least zero; the probability of a gamma variable above x.</summary>
    public static double Upper(double a, double x)
    {
        if (!(x > 0)) return 1;
        if (double.IsPositiveInfinity(x)) return 0;
        var front = Math.Exp((a * Math.Log(x)) - x - GammaFunction.Log(a));
        return x < a + 1 ? 1 - (front * Series(a, x)) : front * Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        var (sum, term) = (1 / a, 1 / a);
        for (var k = 1; k < MaximumTerms && term > 1e-17 * sum; k++) sum += term *= x / (a + k);
        return sum;
    }

    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var value = d;
        for (var k = 1; k < MaximumTerms; k++)
        {
            var numerator = -k * (k - a);
            b += 2;
            d = (numerator * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (numerator / c);
            if (Math.Abs(c) < Tiny) c = Tiny;
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }

        return value;
    }
}
