namespace Crm.Analytics.Mathematics;

/// <summary>The standard normal distribution and the chi-square distribution that comes from it.</summary>
internal static class NormalDistribution
{
    private const double LogRootTwoPi = 0.918938533204672742;

    /// <summary>P(Z &gt; x).</summary>
    public static double Upper(double x) =>
        x >= 0 ? IncompleteGamma.Upper(0.5, x * x / 2) / 2 : 1 - (IncompleteGamma.Upper(0.5, x * x / 2) / 2);

    /// <summary>P(|Z| &gt; |x|).</summary>
    public static double TwoSided(double x) => IncompleteGamma.Upper(0.5, x * x / 2);

    /// <summary>The z with P(Z ≤ z) = p, for p strictly between 0 and 1.</summary>
    public static double Quantile(double p)
    {
        var tail = Math.Min(p, 1 - p);
        if (tail == 0.5) return 0;
        // Newton's method on the logarithm of the upper tail, which is concave, from the left.
        var (x, goal) = (0.0, Math.Log(tail));
        for (var step = 0; step < 100; step++)
        {
            var upper = Upper(x);
            var move = (Math.Log(upper) - goal) * upper / Math.Exp((-x * x / 2) - LogRootTwoPi);
            x += move;
            if (Math.Abs(move) < 1e-14 * Math.Max(1, x)) break;
        }

        return p < 0.5 ? -x : x;
    }

    /// <summary>The half-width, in standard errors, of a two-sided interval of a level such as 0.95.</summary>
    public static double HalfWidth(double level) => Quantile((1 + level) / 2);

    /// <summary>P(χ² &gt; x) with some degrees of freedom.</summary>
    public static double ChiSquareUpper(double x, int degreesOfFreedom) => IncompleteGamma.Upper(degreesOfFreedom / 2.0, x / 2);
}
