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
        var rate = RandomGamma.Next(random, model.R) / model.Alpha;
        var (left, right) = (RandomGamma.Next(random, model.A), RandomGamma.Next(random, model.B));
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
}
