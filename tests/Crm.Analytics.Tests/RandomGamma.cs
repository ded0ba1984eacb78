namespace Crm.Analytics.Tests;

/// <summary>Gamma variables for simulated customers.</summary>
internal static class RandomGamma
{
    /// <summary>A gamma variable of unit scale (G. Marsaglia and W. Tsang 2000).</summary>
    public static double Next(Random random, double shape)
    {
        if (shape < 1) return Next(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (x / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }
}
