using Crm.Analytics.Uplift;

namespace Crm.Analytics.Tests.Uplift;

/// <summary>Simulated experiments: customers with rates of their own, so that the past says something of what follows.</summary>
internal static class UpliftSimulation
{
    /// <summary>Spends of a gamma-distributed taste times chance, with an addition for the treated; one in ten buys nothing.</summary>
    public static UpliftSample Spend(System.Random random, int customers, double addition)
    {
        var (treated, outcomes, past) = (new bool[customers], new double[customers], new double[customers]);
        for (var i = 0; i < customers; i++)
        {
            var taste = RandomGamma.Next(random, 2) * 10;
            treated[i] = random.NextDouble() < 0.5;
            past[i] = Buys(random, taste);
            outcomes[i] = Buys(random, taste) + (treated[i] ? addition : 0);
        }

        return new UpliftSample(treated, outcomes, past);

        static double Buys(System.Random random, double taste) => random.NextDouble() < 0.1 ? 0 : taste * (0.5 + random.NextDouble());
    }

    public static UpliftSample Bought(System.Random random, int treated, double treatedRate, int control, double controlRate) => new(
        [.. Enumerable.Range(0, treated + control).Select(i => i < treated)],
        [.. Enumerable.Range(0, treated + control).Select(i => random.NextDouble() < (i < treated ? treatedRate : controlRate) ? 1.0 : 0)]);

    /// <summary>The share of experiments whose interval has the truth in it.</summary>
    public static double Coverage(int experiments, double truth, Func<System.Random, (double Lower, double Upper)> interval)
    {
        var random = new System.Random(20_260);
        return Enumerable.Range(0, experiments).Count(_ => interval(random) is var (lower, upper) && lower <= truth && truth <= upper) / (double)experiments;
    }
}
