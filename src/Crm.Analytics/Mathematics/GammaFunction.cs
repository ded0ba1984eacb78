namespace Crm.Analytics.Mathematics;

/// <summary>
/// The logarithm of the gamma function and its first two derivatives for positive arguments: Stirling's series
/// (NIST DLMF 5.11) after moving the argument to ten or above by recurrence. Absolute error about 1e-15 near one.
/// </summary>
internal static class GammaFunction
{
    private const double Far = 10;
    private const double HalfLogTwoPi = 0.918938533204672742;

    /// <summary>ln Γ(x).</summary>
    public static double Log(double x)
    {
        var product = 1.0;
        for (; x < Far; x++) product *= x;
        var y = 1 / (x * x);
        var series = (((((((y / 156) - (691.0 / 360360)) * y) + (1.0 / 1188)) * y) - (1.0 / 1680)) * y) + (1.0 / 1260);
        series = ((((series * y) - (1.0 / 360)) * y) + (1.0 / 12)) / x;
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + series - Math.Log(product);
    }

    /// <summary>ψ(x), the first derivative of ln Γ.</summary>
    public static double Digamma(double x)
    {
        var sum = 0.0;
        for (; x < Far; x++) sum -= 1 / x;
        var y = 1 / (x * x);
        var series = (((((((y / 12) - (691.0 / 32760)) * y) + (1.0 / 132)) * y) - (1.0 / 240)) * y) + (1.0 / 252);
        series = ((((series * y) - (1.0 / 120)) * y) + (1.0 / 12)) * y;
        return sum + Math.Log(x) - (0.5 / x) - series;
    }

    /// <summary>ψ′(x), the second derivative of ln Γ.</summary>
    public static double Trigamma(double x)
    {
        var sum = 0.0;
        for (; x < Far; x++) sum += 1 / (x * x);
        var y = 1 / (x * x);
        var series = (((((((7 * y / 6) - (691.0 / 2730)) * y) + (5.0 / 66)) * y) - (1.0 / 30)) * y) + (1.0 / 42);
        series = ((((series * y) - (1.0 / 30)) * y) + (1.0 / 6)) * y / x;
        return sum + (1 / x) + (y / 2) + series;
    }

    /// <summary>ln B(a, b).</summary>
    public static double LogBeta(double a, double b) => Log(a) + Log(b) - Log(a + b);
}
