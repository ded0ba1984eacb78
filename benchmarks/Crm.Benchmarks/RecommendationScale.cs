using System.Globalization;
using System.IO.Compression;
using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>Recommenders on UCI Online Retail: CPU of fitting, and of ranking all products for all customers; medians.</summary>
internal static class RecommendationScale
{
    private const int Rounds = 5;

    /// <summary>Times all models on the files of a folder, on one thread and on all.</summary>
    public static void Run(string folder)
    {
        string[] files = [.. new[] { "online_retail_part1.csv.gz", "online_retail_part2.csv.gz" }.Select(name => Path.Combine(folder, name))];
        if (!files.All(File.Exists))
        {
            Console.WriteLine($"Online Retail is not in {folder}");
            return;
        }

        var owned = OwnedProducts.From(PurchaseLog.From(files.SelectMany(Rows)));
        Console.WriteLine(FormattableString.Invariant($"{owned.Customers.Count:#,0} customers, {owned.Products.Count:#,0} products, {owned.Pairs:#,0} pairs"));
        foreach (var degree in new[] { 1, Environment.ProcessorCount })
        {
            Time("EASE", owned, degree, () => Ease.Fit(owned, new EaseOptions { DegreeOfParallelism = degree }));
            Time("item-kNN", owned, degree, () => ItemKnn.Fit(owned, new ItemKnnOptions { DegreeOfParallelism = degree }));
        }
    }

    private static void Time(string name, OwnedProducts owned, int degree, Func<IProductModel> fit)
    {
        var (fitting, ranking, elapsed) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (start, watch) = (Environment.CpuUsage.TotalTime, System.Diagnostics.Stopwatch.StartNew());
            var model = fit();
            var between = Environment.CpuUsage.TotalTime;
            _ = NextProducts.From(owned, model, new NextProductOptions { DegreeOfParallelism = degree });
            if (round > 0)
            {
                fitting.Add((between - start).TotalMilliseconds);
                ranking.Add((Environment.CpuUsage.TotalTime - between).TotalMilliseconds);
                elapsed.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name}, {degree} threads: fitting {Median(fitting):0} ms, ranking for all {Median(ranking):0} ms of CPU; {Median(elapsed):0} ms elapsed"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static IEnumerable<PurchaseRow> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (quantity, price) = (decimal.Parse(cells[2], CultureInfo.InvariantCulture), decimal.Parse(cells[4], CultureInfo.InvariantCulture));
            if (cells[5].Length > 0 && cells[0][0] != 'C' && quantity > 0 && price > 0)
            {
                var day = DateOnly.ParseExact(cells[3][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new PurchaseRow(
                    long.Parse(cells[5], CultureInfo.InvariantCulture), LocalDate.FromDateOnly(day), quantity * price, quantity, cells[1], cells[0]);
            }
        }
    }
}
