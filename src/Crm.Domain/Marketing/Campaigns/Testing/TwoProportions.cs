namespace Crm.Domain.Marketing;

/// <summary>Compares two independent shares.</summary>
public static class TwoProportions
{
    private const double LeastExpected = 5;

    /// <summary>
    /// Tests whether two shares differ: z = (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)) with the pooled share p (NIST/SEMATECH e-Handbook of Statistical Methods,
    /// section 7.3.3). Not reliable where fewer than 5 successes or failures are expected in a group.
    /// </summary>
    /// <param name="successes1">Successes of the first group.</param>
    /// <param name="total1">Size of the first group.</param>
    /// <param name="successes2">Successes of the second group.</param>
    /// <param name="total2">Size of the second group.</param>
    /// <returns>The test; a p-value of 1 where nothing can be said.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or there are more successes than members.</exception>
    public static ProportionTest Test(long successes1, long total1, long successes2, long total2)
    {
        Check(successes1, total1);
        Check(successes2, total2);
        if (total1 == 0 || total2 == 0)
        {
            return new(0, 1, false);
        }

        double n1 = total1, n2 = total2, pooled = (successes1 + successes2) / (n1 + n2);
        var least = Math.Min(n1, n2) * Math.Min(pooled, 1 - pooled);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / n1) + (1 / n2)));
        var z = error == 0 ? 0 : ((successes1 / n1) - (successes2 / n2)) / error;
        return new(z, error == 0 ? 1 : NormalDistribution.TwoSidedTail(z), least >= LeastExpected);
    }

    /// <summary>
    /// The difference of two shares with a confidence interval made of the two Wilson intervals: method 10 of R. G. Newcombe, Interval estimation for the
    /// difference between independent proportions, Statistics in Medicine 17 (1998), 873–890. It holds for small groups and for shares of 0 and 1 too.
    /// </summary>
    /// <param name="successes1">Successes of the first group.</param>
    /// <param name="total1">Size of the first group; at least 1.</param>
    /// <param name="successes2">Successes of the second group.</param>
    /// <param name="total2">Size of the second group; at least 1.</param>
    /// <param name="confidence">How sure; between 0 and 1.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A group is empty, there are more successes than members, or the confidence is no share.</exception>
    public static ProportionDifference Difference(long successes1, long total1, long successes2, long total2, double confidence = .95)
    {
        Check(successes1, total1);
        Check(successes2, total2);
        ArgumentOutOfRangeException.ThrowIfZero(total1);
        ArgumentOutOfRangeException.ThrowIfZero(total2);
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A share between 0 and 1 was expected.");
        }

        var z = NormalDistribution.Quantile(1 - ((1 - confidence) / 2));
        double p1 = (double)successes1 / total1, p2 = (double)successes2 / total2;
        var (l1, u1) = Wilson(p1, total1, z);
        var (l2, u2) = Wilson(p2, total2, z);
        var difference = p1 - p2;
        return new(difference, difference - Math.Sqrt(Square(p1 - l1) + Square(u2 - p2)), difference + Math.Sqrt(Square(u1 - p1) + Square(p2 - l2)));
    }

    private static (double Lower, double Upper) Wilson(double p, double n, double z)
    {
        var (middle, half) = ((2 * n * p) + (z * z), z * Math.Sqrt((z * z) + (4 * n * p * (1 - p))));
        return (Math.Max(0, (middle - half) / (2 * (n + (z * z)))), Math.Min(1, (middle + half) / (2 * (n + (z * z)))));
    }

    private static double Square(double x) => x * x;

    private static void Check(long successes, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, successes);
    }
}
