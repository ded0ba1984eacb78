namespace Crm.Domain.Marketing;

/// <summary>
/// The difference of two independent proportions with its confidence interval, made of the score intervals of both: method 10 of
/// R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
/// Statistics in Medicine 17 (1998), 873–890. It stays within −1 and 1 and is usable for small groups and for shares of 0 and 1.
/// </summary>
/// <param name="Estimate">First proportion less second one.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record ProportionDifference(double Estimate, double Low, double High)
{
    // Quantile 0.975 of the standard normal distribution: a confidence of 95 %.
    private const double Z = 1.959963984540054;

    /// <summary>Whether the interval leaves out no difference at all.</summary>
    public bool IsSignificant => Low > 0 || High < 0;

    /// <summary>The difference of two proportions at a confidence of 95 %.</summary>
    /// <param name="successes1">Successes of the first group.</param>
    /// <param name="count1">Size of the first group, at least 1.</param>
    /// <param name="successes2">Successes of the second group.</param>
    /// <param name="count2">Size of the second group, at least 1.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A group is empty, or has more successes than members.</exception>
    public static ProportionDifference Of(int successes1, int count1, int successes2, int count2)
    {
        var (p1, low1, high1) = Score(successes1, count1);
        var (p2, low2, high2) = Score(successes2, count2);
        var estimate = p1 - p2;
        return new(estimate, estimate - Math.Sqrt(Square(p1 - low1) + Square(high2 - p2)), estimate + Math.Sqrt(Square(high1 - p1) + Square(p2 - low2)));
    }

    private static (double P, double Low, double High) Score(int successes, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);
        var p = (double)successes / count;
        var middle = (2.0 * successes) + (Z * Z);
        var width = Z * Math.Sqrt((Z * Z) + (4.0 * successes * (1 - p)));
        var whole = 2.0 * (count + (Z * Z));

        // The bounds of no and of all successes are exact, whatever rounding says.
        return (p, successes == 0 ? 0 : (middle - width) / whole, successes == count ? 1 : (middle + width) / whole);
    }

    private static double Square(double x) => x * x;
}
