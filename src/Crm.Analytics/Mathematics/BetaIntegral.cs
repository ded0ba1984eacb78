namespace Crm.Analytics.Mathematics;

/// <summary>The mean of a smooth function under a beta distribution, by double-exponential quadrature.</summary>
/// <remarks>
/// The variable is y = ln(p / (1 − p)), in which the density has one peak and both ends fall off exponentially. Counted from the
/// peak in units of its width, y = y₀ + w · sinh(s) makes the fall double-exponential (H. Takahasi and M. Mori 1974), and the
/// trapezoidal rule in s converges fast for any a, b above zero: spikes at the ends and needles in the middle included. The mean is
/// taken over the mass that the same points find, so no normalising constant costs digits.
/// </remarks>
internal static class BetaIntegral
{
    private const double Tolerance = 1e-13;
    private const int MaximumHalvings = 11;

    /// <summary>E[g(p)] for p ~ Beta(a, b).</summary>
    public static double Mean(double a, double b, Func<double, double> g)
    {
        var (p0, q0, width) = (a / (a + b), b / (a + b), Math.Sqrt((1 / a) + (1 / b)));
        // Beyond these the density is below the smallest double: 39 widths from the peak where it is a normal one, 745 / a where it is exponential.
        var (from, to) = (-Math.Asinh(39 + (745 / (a * width))), Math.Asinh(39 + (745 / (b * width))));
        var step = 0.25;
        var (sum, mass) = Sum(from, step);
        for (var halving = 0; halving < MaximumHalvings; halving++)
        {
            // The points between those that are already in the sum.
            var (sumBetween, massBetween) = Sum(from + (step / 2), step);
            step /= 2;
            var (coarse, fine) = (sum / mass, (sum + sumBetween) / (mass + massBetween));
            (sum, mass) = (sum + sumBetween, mass + massBetween);
            if (halving > 0 && Math.Abs(fine - coarse) <= Tolerance * Math.Abs(fine)) return fine;
        }

        return sum / mass;

        (double Sum, double Mass) Sum(double first, double spacing)
        {
            var (total, found) = (0.0, 0.0);
            for (var i = 0; first + (i * spacing) <= to; i++)
            {
                var s = first + (i * spacing);
                var (density, p) = Point(width * Math.Sinh(s));
                if (density == 0) continue;
                density *= Math.Cosh(s);
                found += density;
                total += density * g(p);
            }

            return (total, found);
        }

        // The density as a share of the peak's, and the probability, from the distance to the peak: of the two forms the one for
        // the nearer end, in which differences of logarithms keep their digits.
        (double Density, double P) Point(double distance)
        {
            if (Math.Log(a / b) + distance <= 0)
            {
                var log = LogOfMix(q0, p0, distance);
                return (Math.Exp((a * distance) - ((a + b) * log)), p0 * Math.Exp(distance - log));
            }

            var rest = LogOfMix(p0, q0, -distance);
            return (Math.Exp(-(b * distance) - ((a + b) * rest)), p0 * Math.Exp(-rest));
        }
    }

    /// <summary>ln(u + v eˣ) with u + v = 1.</summary>
    private static double LogOfMix(double u, double v, double x)
    {
        var change = v * Elementary.ExpMinusOne(x);
        return change > -0.5 ? Elementary.LogOnePlus(change) : Math.Log(u + (v * Math.Exp(x)));
    }
}
