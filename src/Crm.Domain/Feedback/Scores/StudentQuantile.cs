namespace Crm.Domain.Feedback;

/// <summary>
/// The quantile of Student's distribution that leaves 2.5 % at either end. M. Abramowitz and I. A. Stegun, Handbook of Mathematical
/// Functions (1964): the finite sums 26.7.3 and 26.7.4, solved by halving, and for many degrees of freedom the expansion 26.7.5.
/// </summary>
internal static class StudentQuantile
{
    private const double Normal = 1.9599639845400545;
    private const int MostSummed = 200;

    public static double TwoSided95(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (degrees > MostSummed)
        {
            return Expanded(degrees);
        }

        double low = 1.9, high = 13;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, degrees) < .95 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // The probability of a value between -t and t.
    private static double Within(double t, int degrees)
    {
        var angle = Math.Atan(t / Math.Sqrt(degrees));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = degrees % 2 == 1;
        double sum = 0, term = isOdd ? cosine : 1;
        for (var power = isOdd ? 1 : 0; power <= degrees - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }

    private static double Expanded(double degrees)
    {
        double x = Normal, x3 = x * x * x, x5 = x3 * x * x, x7 = x5 * x * x;
        return x + ((x3 + x) / 4 / degrees) + (((5 * x5) + (16 * x3) + (3 * x)) / 96 / (degrees * degrees))
            + (((3 * x7) + (19 * x5) + (17 * x3) - (15 * x)) / 384 / (degrees * degrees * degrees));
    }
}
