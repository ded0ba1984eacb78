using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;

namespace Crm.Benchmarks;

/// <summary>Itemsets of public baskets and of a million simulated ones, one thread: CPU from keys as read to itemsets, medians.</summary>
internal static class BasketScale
{
    private const int Rounds = 7;

    /// <summary>Mines the files of a folder, as retail.dat, that it has; and simulated baskets always.</summary>
    public static void Run(string folder)
    {
        foreach (var (file, counts) in new[] { ("retail.dat", new[] { 88, 44, 9 }), ("mushroom.dat", [1625, 813, 407]) })
        {
            if (!File.Exists(Path.Combine(folder, file)))
            {
                Console.WriteLine($"{file}: not in {folder}");
                continue;
            }

            var (keys, starts) = Read(Path.Combine(folder, file));
            foreach (var count in counts)
            {
                Time(file, keys, starts, count, Rounds);
            }
        }

        var (simulated, ends) = Simulate(1_000_000);
        Time("1,000,000 simulated baskets", simulated, ends, 1000, 1);
        Console.WriteLine(FormattableString.Invariant($"memory at most {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20:#,0} MB"));
    }

    private static void Time(string name, long[] keys, int[] starts, int minimum, int rounds)
    {
        var (table, counting, listing, sets) = (new List<double>(), new List<double>(), new List<double>(), 0L);
        var options = new ItemsetOptions { MinimumCount = minimum, MaximumItemsets = 10_000_000, DegreeOfParallelism = 1 };
        for (var round = 0; round <= rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var baskets = BasketTable.From(PurchaseKeyColumn.From(keys), starts, new BasketOptions { DegreeOfParallelism = 1 });
            var ready = Environment.CpuUsage.TotalTime;
            sets = FrequentItemsets.Count(baskets, options).Total;
            var counted = Environment.CpuUsage.TotalTime;
            _ = FrequentItemsets.Find(baskets, options).Count;
            var end = Environment.CpuUsage.TotalTime;
            if (round > 0)
            {
                table.Add((ready - start).TotalMilliseconds);
                counting.Add((counted - ready).TotalMilliseconds);
                listing.Add((end - counted).TotalMilliseconds);
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name} at {minimum}: {sets:#,0} sets; table {Median(table):0} ms, counting {Median(counting):0} ms, listing {Median(listing):0} ms of CPU"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static (long[] Keys, int[] Starts) Read(string path)
    {
        var (keys, starts) = (new List<long>(), new List<int> { 0 });
        foreach (var line in File.ReadLines(path))
        {
            keys.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => long.Parse(item, System.Globalization.CultureInfo.InvariantCulture)));
            starts.Add(keys.Count);
        }

        return ([.. keys], [.. starts]);
    }

    /// <summary>Baskets of 10 items on average out of 20,000, the n-th as often as 1/n, and in every third a pair of neighbours.</summary>
    private static (long[] Keys, int[] Starts) Simulate(int baskets)
    {
        var (random, keys, starts) = (new Random(3), new List<long>(), new List<int> { 0 });
        for (var basket = 0; basket < baskets; basket++)
        {
            for (var left = random.Next(1, 19); left > 0; left--)
            {
                var item = (long)Math.Pow(20_000, random.NextDouble());
                keys.Add(item);
                if (left % 3 == 0)
                {
                    keys.Add(item ^ 1);
                }
            }

            starts.Add(keys.Count);
        }

        return ([.. keys], [.. starts]);
    }
}
