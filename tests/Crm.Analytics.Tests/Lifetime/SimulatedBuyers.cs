using Crm.Analytics.Lifetime;

namespace Crm.Analytics.Tests.Lifetime;

/// <summary>Customers who behave exactly as the BG/NBD model says.</summary>
internal static class SimulatedBuyers
{
    public static RecencyFrequency[] Draw(BetaGeometricNbd model, int customers, double age, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, customers).Select(_ => One(random, model, age))];
    }

    private static RecencyFrequency One(Random random, BetaGeometricNbd model, double age)
    {
        var rate = Gamma(random, model.R) / model.Alpha;
        var (left, right) = (Gamma(random, model.A), Gamma(random, model.B));
        var dropOut = left / (left + right);
        var (purchases, last, time) = (0, 0.0, 0.0);
        while (true)
        {
            time -= Math.Log(1 - random.NextDouble()) / rate;
            if (!(time <= age)) return new(purchases, last, age);
            (purchases, last) = (purchases + 1, time);
            if (random.NextDouble() < dropOut) return new(purchases, last, age);
        }
    }

    /// <summary>A gamma variable of unit scale (G. Marsaglia and W. Tsang 2000).</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (x / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }
}
