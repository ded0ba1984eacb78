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
        if (!(until / c > 1e-12)) return -Elementary.ExpMinusOne(-rate * until) / rate;
        // In u = ln(1 + t/c) the power is an exponential.
        var end = Elementary.LogOnePlus(until / c);
        if ((s - 1) * end > Negligible) end = Negligible / (s - 1);
        var panels = (int)Math.Ceiling(Math.Max(end / 2, 2));
        return GaussLegendre.Integrate(0, end, panels, u =>
        {
            var growth = Elementary.ExpMinusOne(u);
            return c * Math.Exp(((1 - s) * u) - (rate * c * growth));
        });
    }
}
