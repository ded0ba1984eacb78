namespace Crm.Domain.Marketing;

/// <summary>The standard normal distribution (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.2.11 and 26.2.14).</summary>
internal static class NormalDistribution
{
    private const double Seam = 3;

    /// <summary>The chance of a value at least so far from zero, in either direction.</summary>
    public static double TwoSidedTail(double z) => Math.Min(1, 2 * UpperTail(Math.Abs(z)));

    /// <summary>The value below which a share lies.</summary>
    public static double Quantile(double share)
    {
        var (low, high) = (-40d, 40d);
        for (var i = 0; i < 200 && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            var below = middle < 0 ? UpperTail(-middle) : 1 - UpperTail(middle);
            (low, high) = below < share ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    private static double UpperTail(double z)
    {
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z <= Seam)
        {
            var (sum, term) = (z, z);
            for (var k = 1; term > sum * 1e-17; k++)
            {
                term *= z * z / ((2 * k) + 1);
                sum += term;
            }

            return .5 - (density * sum);
        }

        // z + 1/(z + 2/(z + 3/(z + …))), from far inside outwards.
        var fraction = z;
        for (var k = 200; k > 0; k--)
        {
            fraction = z + (k / fraction);
        }

        return density / fraction;
    }
}
