namespace Crm.Analytics.Mathematics;

/// <summary>
/// The regularised incomplete beta function I_z(a, b) by its continued fraction (NIST DLMF 8.17.22, evaluated by
/// W. J. Lentz's method as modified by I. Thompson and A. Barnett), and its inverse.
/// </summary>
internal static class IncompleteBeta
{
    private const int MaximumTerms = 20_000;
    private const int MaximumSteps = 200;
    private const double Tiny = 1e-300;

    /// <summary>I_z(a, b) for z in [0, 1] and positive a and b.</summary>
    public static double Evaluate(double a, double b, double z)
    {
        if (!(z > 0)) return 0;
        return z >= 1 ? 1 : FromOdds(a, b, Math.Log(z) - Elementary.LogOnePlus(-z));
    }

    /// <summary>I_z(a, b) where ln(z / (1 − z)) is given, so that neither end of the range loses digits.</summary>
    public static double FromOdds(double a, double b, double logOdds)
    {
        var (logZ, logRest) = (-Elementary.SoftPlus(-logOdds), -Elementary.SoftPlus(logOdds));
        var front = (a * logZ) + (b * logRest) - GammaFunction.LogBeta(a, b);
        // The fraction converges fast below the mean of the distribution; above it the other tail does.
        return logOdds < Math.Log((a + 1) / (b + 1))
            ? Math.Exp(front) * Fraction(a, b, Math.Exp(logZ)) / a
            : 1 - (Math.Exp(front) * Fraction(b, a, Math.Exp(logRest)) / b);
    }

    /// <summary>ln(z / (1 − z)) of the z with I_z(a, b) = p, for p strictly between 0 and 1.</summary>
    public static double InverseOdds(double a, double b, double p)
    {
        var logBeta = GammaFunction.LogBeta(a, b);
        var y = Math.Log(a / b);
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var miss = FromOdds(a, b, y) - p;
            if (miss > 0) high = y;
            else low = y;
            var slope = Math.Exp((-a * Elementary.SoftPlus(-y)) - (b * Elementary.SoftPlus(y)) - logBeta);
            var next = y - (miss / slope);
            if (Math.Abs(next - y) <= 1e-13 * Math.Max(1, Math.Abs(y))) return y;
            if (!(Math.Abs(next - y) <= 4)) next = miss > 0 ? y - 4 : y + 4;
            if (!(next > low && next < high)) next = (low + high) / 2;
            y = next;
        }

        return y;
    }

    private static double Fraction(double a, double b, double z)
    {
        var (c, d) = (1.0, Guard(1 - ((a + b) * z / (a + 1))));
        d = 1 / d;
        var value = d;
        for (var m = 1; m < MaximumTerms; m++)
        {
            var even = m * (b - m) * z / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Guard(1 + (even * d));
            c = Guard(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * z / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Guard(1 + (odd * d));
            c = Guard(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }

        return value;
    }

    private static double Guard(double x) => Math.Abs(x) < Tiny ? Tiny : x;
}
