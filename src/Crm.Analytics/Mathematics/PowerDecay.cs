using System.Runtime.Intrinsics;

namespace Crm.Analytics.Mathematics;

/// <summary>Integrals of (1 + t/c)^−s over time, with or without a discount: the present time of someone who stays that likely.</summary>
internal static class PowerDecay
{
    /// <summary>Decays below e^−40 of the start add nothing to sixteen digits.</summary>
    private const double Negligible = 40;

    /// <summary>∫ (1 + t/c)^−s dt from 0 to <paramref name="time"/>; smooth in s, s = 1 included.</summary>
    public static double Integral(double c, double s, double time)
    {
        var log = Elementary.LogOnePlus(time / c);
        var exponent = (1 - s) * log;
        return exponent == 0 ? c * log : c * log * Elementary.ExpMinusOne(exponent) / exponent;
    }

    /// <summary>∫ (1 + t/c)^−s e^(−rate · t) dt from 0 to <paramref name="horizon"/>, which may be infinite where the rate is not zero.</summary>
    public static double Discounted(double c, double s, double rate, double horizon)
    {
        if (rate == 0) return Integral(c, s, horizon);
        var until = Math.Min(horizon, Negligible / rate);
        if (until == 0) return 0;
        // Over short times the power hardly bends; over long ones u = ln(1 + t/c) makes it an exponential.
        if (until < c / 2) return c * OverTime(until / c, s, rate * c);
        var end = Elementary.LogOnePlus(until / c);
        return c * OverLogarithm((s - 1) * end > Negligible ? Negligible / (s - 1) : end, s, rate * c);
    }

    /// <summary>∫ (1 + x)^−s e^(−rate · x) dx.</summary>
    private static double OverTime(double until, double s, double rate)
    {
        if (s * until > Negligible) until = Math.Min(until, Elementary.ExpMinusOne(Negligible / s));
        return Integrate(until, 2, x => Vector256.Exp(-(Vector256.Log(x + Vector256<double>.One) * s) - (x * rate)));
    }

    /// <summary>∫ e^(u − su) e^(−rate · (e^u − 1)) du.</summary>
    private static double OverLogarithm(double until, double s, double rate) => Integrate(until, (int)Math.Ceiling(Math.Max(until / 2, 2)), u =>
        Vector256.Exp((u * (1 - s)) - ((Vector256.Exp(u) - Vector256<double>.One) * rate)));

    private static double Integrate(double until, int panels, Func<Vector256<double>, Vector256<double>> function)
    {
        var (nodes, weights) = GaussLegendre.Points24;
        var (sum, width) = (Vector256<double>.Zero, until / panels);
        for (var panel = 0; panel < panels; panel++)
        {
            for (var k = 0; k < nodes.Length; k += 4)
                sum += Vector256.Create(weights.AsSpan(k)) * function((Vector256.Create(nodes.AsSpan(k)) + Vector256.Create((double)panel)) * width);
        }

        return Vector256.Sum(sum) * width;
    }
}
