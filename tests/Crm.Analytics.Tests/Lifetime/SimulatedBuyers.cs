using Crm.Analytics.Lifetime;

namespace Crm.Analytics.Tests.Lifetime;

/// <summary>Customers who behave exactly as the BG/NBD model says, or its variants.</summary>
internal static class SimulatedBuyers
{
    /// <param name="model">The parameters.</param>
    /// <param name="customers">How many.</param>
    /// <param name="age">How long each is observed.</param>
    /// <param name="seed">For the random numbers.</param>
    /// <param name="leaveAtOnce">Whether to leave right after the first purchase is possible: MBG/NBD.</param>
    /// <param name="regularity">How many events of the Poisson process make one purchase: MBG/CNBD-k.</param>
    public static RecencyFrequency[] Draw(
        BetaGeometricNbd model, int customers, double age, int seed, bool leaveAtOnce = false, int regularity = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, customers).Select(_ => One(random, model, age, leaveAtOnce, regularity))];
    }

    private static RecencyFrequency One(Random random, BetaGeometricNbd model, double age, bool leaveAtOnce, int regularity)
    {
        var rate = Simulation.Gamma(random, model.R) / model.Alpha;
        var dropOut = Simulation.Beta(random, model.A, model.B);
        if (leaveAtOnce && random.NextDouble() < dropOut) return new(0, 0, age);
        var (purchases, last, time) = (0, 0.0, 0.0);
        while (true)
        {
            for (var stage = 0; stage < regularity; stage++) time += Simulation.Exponential(random, rate);
            if (!(time <= age)) return new(purchases, last, age);
            (purchases, last) = (purchases + 1, time);
            if (random.NextDouble() < dropOut) return new(purchases, last, age);
        }
    }
}
