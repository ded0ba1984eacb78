namespace Crm.Analytics.Mathematics;

/// <summary>The mean of a smooth function under a beta distribution, by double-exponential quadrature.</summary>
/// <remarks>
/// The variable is y = ln(p / (1 − p)), in which both ends of the density fall off exponentially; y = π/2 · sinh(s)
/// makes the fall double-exponential (H. Takahasi and M. Mori 1974), and the trapezoidal rule in s converges fast for
/// any a, b above zero, spikes at the ends included.
/// </remarks>
internal static class BetaIntegral
{
    private const double Tolerance = 1e-13;
    private const int MaximumHalvings = 11;

    /// <summary>E[g(p)] for p ~ Beta(a, b).</summary>
    public static double Mean(double a, double b, Func<double, double> g)
    {
        var logBeta = GammaFunction.LogBeta(a, b);
        // Beyond these the density is below the smallest double.
        var (from, to) = (-Math.Asinh(2 / Math.PI * 745 / a), Math.Asinh(2 / Math.PI * 745 / b));
        var step = 0.25;
        var sum = Sum(from, to, step);
        for (var halving = 0; halving < MaximumHalvings; halving++)
        {
            // The points between those that are already in the sum.
            var finer = sum + Sum(from + (step / 2), to, step);
            step /= 2;
            if (halving > 0 && Math.Abs((finer * step) - (sum * step * 2)) <= Tolerance * Math.Abs(finer * step)) return finer * step;
            sum = finer;
        }

        return sum * step;

        double Sum(double first, double last, double spacing)
        {
            var total = 0.0;
            for (var i = 0; first + (i * spacing) <= last; i++) total += Term(first + (i * spacing));
            return total;
        }

        double Term(double s)
        {
            var y = Math.PI / 2 * Math.Sinh(s);
            var logP = -Elementary.SoftPlus(-y);
            var density = Math.Exp((a * logP) - (b * Elementary.SoftPlus(y)) - logBeta);
            return density == 0 ? 0 : density * g(Math.Exp(logP)) * Math.PI / 2 * Math.Cosh(s);
        }
    }
}
