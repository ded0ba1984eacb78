using Crm.Analytics.Lifetime;

namespace Crm.Benchmarks;

/// <summary>Fits of customer-base models to simulated customers, one thread: CPU of grouping and fitting, medians.</summary>
internal static class FitScale
{
    private const int Rounds = 7;

    public static void Run()
    {
        var million = BgNbdBuyers(1_000_000);
        Fit("BG/NBD", million, table => BetaGeometricNbd.Fit(table));
        Fit("MBG/NBD", million, table => ModifiedBetaGeometricNbd.Fit(table));
        var spends = Spends(million);
        Time("Gamma-Gamma", spends.Length, () => SpendTable.From(spends), table => GammaGamma.Fit(table).ToString());
        Fit("Pareto/NBD", ParetoNbdBuyers(23_570), table => ParetoNbd.Fit(table));
    }

    private static void Fit<TModel>(string name, RecencyFrequency[] buyers, Func<RecencyFrequencyTable, ModelFit<TModel>> fit) =>
        Time(name, buyers.Length, () => RecencyFrequencyTable.From(buyers, degreeOfParallelism: 1), table =>
        {
            var found = fit(table);
            return FormattableString.Invariant($"{found.Model} LL {found.LogLikelihood:0.000000}, {found.DistinctHistories} histories, {(found.Converged ? "converged" : "not converged")}");
        });

    private static void Time<TTable>(string name, int customers, Func<TTable> group, Func<TTable, string> fit)
    {
        var (grouping, fitting, found) = (new List<double>(), new List<double>(), "");
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var table = group();
            var between = Environment.CpuUsage.TotalTime;
            found = fit(table);
            var end = Environment.CpuUsage.TotalTime;
            if (round > 0)
            {
                grouping.Add((between - start).TotalMilliseconds);
                fitting.Add((end - between).TotalMilliseconds);
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name}, {customers:#,0} customers: grouping {grouping.Order().ElementAt(Rounds / 2):0} ms CPU, fitting {fitting.Order().ElementAt(Rounds / 2):0} ms CPU; {found}"));
    }

    /// <summary>Buyers of the process of Fader, Hardie and Lee (2005) with its published parameters, observed 27 to 39 weeks in whole days.</summary>
    private static RecencyFrequency[] BgNbdBuyers(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (rate, leaving) = (PurchaseSimulation.Gamma(random, .243) / 4.414, Beta(random, .793, 2.426));
            var age = random.Next(27 * 7, (39 * 7) + 1) / 7.0;
            var (time, last, bought) = (0.0, 0.0, 0);
            while (true)
            {
                time += Exponential(random, rate);
                if (time > age)
                {
                    break;
                }

                (last, bought) = (Math.Max(1, Math.Round(time * 7)) / 7, bought + 1);
                if (random.NextDouble() < leaving)
                {
                    break;
                }
            }

            return new RecencyFrequency(bought, Math.Min(last, age), age);
        })];
    }

    /// <summary>Buyers of the Pareto/NBD process with the published parameters.</summary>
    private static RecencyFrequency[] ParetoNbdBuyers(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (rate, leaving) = (PurchaseSimulation.Gamma(random, .553) / 10.578, PurchaseSimulation.Gamma(random, .606) / 11.669);
            var age = random.Next(27 * 7, (39 * 7) + 1) / 7.0;
            var end = Math.Min(age, Exponential(random, leaving));
            var (time, last, bought) = (Exponential(random, rate), 0.0, 0);
            for (; time <= end; time += Exponential(random, rate))
            {
                (last, bought) = (Math.Max(1, Math.Round(time * 7)) / 7, bought + 1);
            }

            return new RecencyFrequency(bought, Math.Min(last, age), age);
        })];
    }

    /// <summary>Means of the repeat purchases of the same buyers, gamma-gamma with the published parameters.</summary>
    private static SpendHistory[] Spends(RecencyFrequency[] buyers)
    {
        var random = new Random(13);
        return [.. buyers.Select(b => b.Frequency == 0
            ? new SpendHistory(0, 0)
            : new SpendHistory(b.Frequency, PurchaseSimulation.Gamma(random, 6.25 * b.Frequency) / b.Frequency / (PurchaseSimulation.Gamma(random, 3.74) / 15.44)))];
    }

    private static double Beta(Random random, double a, double b)
    {
        var (left, right) = (PurchaseSimulation.Gamma(random, a), PurchaseSimulation.Gamma(random, b));
        return left / (left + right);
    }

    private static double Exponential(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;
}
