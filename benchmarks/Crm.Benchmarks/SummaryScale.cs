using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Crm.Analytics.Purchases;

namespace Crm.Benchmarks;

/// <summary>
/// Purchases, unordered and under arbitrary keys, to summaries of every customer: beside DuckDB (benchmarks/peers, <c>npm install</c> there first)
/// in turn on the same rows, and beside the time in which the columns can be read at all.
/// </summary>
internal static class SummaryScale
{
    private const int Rounds = 5;

    public static void Run(int rows, int customers)
    {
        var purchases = new PurchaseSimulation(rows, customers);
        var file = Path.Combine(Path.GetTempPath(), $"crm-purchases-{rows}.csv");
        purchases.WriteTo(file);
        Console.WriteLine(FormattableString.Invariant($"{rows:#,0} purchases, {purchases.Customers.Distinct().Count():#,0} customers"));
        try
        {
            foreach (var threads in new[] { 1, 2 })
            {
                Compare(purchases, file, threads);
            }

            Console.WriteLine(FormattableString.Invariant($"reading the three columns once: {Best(() => Sum(purchases), 20).Cpu:0.0} ms"));
            Memory(purchases);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Compare(PurchaseSimulation purchases, string file, int threads)
    {
        var ratios = new List<double>();
        for (var turn = 0; turn < 3; turn++)
        {
            var peer = DuckDb(file, threads);
            var (cpu, elapsed, totals) = Best(() => Summarise(purchases, threads), Rounds);
            if (peer is { } other)
            {
                var (peerCpu, peerElapsed) = (Median(other.GetProperty("cpu")), Median(other.GetProperty("elapsed")));
                Check(other, totals);
                ratios.Add(peerCpu / cpu);
                Console.WriteLine(FormattableString.Invariant(
                    $"{threads} thread(s): DuckDB {other.GetProperty("version").GetString()} {peerCpu:0} ms CPU, {peerElapsed:0} elapsed; CustomerSummaries {cpu:0} CPU, {elapsed:0} elapsed; ratio of CPU {peerCpu / cpu:0.00}"));
            }
            else
            {
                Console.WriteLine(FormattableString.Invariant($"{threads} thread(s): CustomerSummaries {cpu:0} ms CPU, {elapsed:0} elapsed; the peer is not there"));
            }
        }

        if (ratios.Count > 0)
        {
            Console.WriteLine(FormattableString.Invariant($"{threads} thread(s): least ratio {ratios.Min():0.00}, median {ratios.Order().ElementAt(ratios.Count / 2):0.00}"));
        }
    }

    private static SummaryTotals Summarise(PurchaseSimulation purchases, int threads) =>
        CustomerSummaries.From(PurchaseLog.From(purchases.Columns, threads), new SummaryOptions { DegreeOfParallelism = threads }).Total();

    private static void Check(JsonElement peer, SummaryTotals totals)
    {
        if (peer.GetProperty("customers").GetInt32() != totals.Customers || peer.GetProperty("frequency").GetInt64() != totals.Frequency
            || peer.GetProperty("recency").GetInt64() != totals.RecencyDays || peer.GetProperty("age").GetInt64() != totals.AgeDays
            || peer.GetProperty("total").GetInt64() != (long)(totals.Revenue * 10_000) || Math.Abs((peer.GetProperty("monetary").GetDouble() / totals.Monetary) - 1) > 1e-9)
        {
            throw new InvalidOperationException($"The peer has other sums: {peer} and {totals}.");
        }
    }

    private static JsonElement? DuckDb(string file, int threads)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, WorkingDirectory = Path.Combine(Root(), "benchmarks", "peers") };
        foreach (var argument in new[] { "duckdb-summary.mjs", file, Rounds.ToString(CultureInfo.InvariantCulture), threads.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        if (!Directory.Exists(Path.Combine(start.WorkingDirectory, "node_modules")))
        {
            return null;
        }

        using var node = Process.Start(start)!;
        var printed = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0 ? JsonDocument.Parse(printed).RootElement : throw new InvalidOperationException("The peer failed.");
    }

    private static void Memory(PurchaseSimulation purchases)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var watching = new CancellationTokenSource();
        var peak = before;
        var watcher = Task.Factory.StartNew(
            () =>
            {
                while (!watching.IsCancellationRequested)
                {
                    peak = Math.Max(peak, Process.GetCurrentProcess().WorkingSet64);
                    Thread.Sleep(2);
                }
            },
            TaskCreationOptions.LongRunning);
        var resident = Process.GetCurrentProcess().WorkingSet64;
        peak = resident;
        var log = PurchaseLog.From(purchases.Columns, 1);
        var summaries = CustomerSummaries.From(log, new SummaryOptions { DegreeOfParallelism = 1 });
        watching.Cancel();
        watcher.Wait();
        var (highest, rows) = (peak - resident, (double)log.RowCount);
        GC.Collect();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(summaries);
        Console.WriteLine(FormattableString.Invariant(
            $"bytes a purchase: log and summaries {kept / rows:0.0}, resident at most {highest / rows:0.0}, so {(highest - kept) / rows:0.0} beyond them"));
    }

    private static long Sum(PurchaseSimulation purchases) =>
        Sum<long>(purchases.Customers) + Sum<int>(purchases.Day) + Sum<long>(purchases.Amounts);

    private static T Sum<T>(ReadOnlySpan<T> column)
        where T : struct, INumber<T>
    {
        var sum = Vector<T>.Zero;
        var vectors = System.Runtime.InteropServices.MemoryMarshal.Cast<T, Vector<T>>(column);
        foreach (var vector in vectors)
        {
            sum += vector;
        }

        return Vector.Sum(sum);
    }

    private static (double Cpu, double Elapsed, T Result) Best<T>(Func<T> work, int rounds)
    {
        var (cpu, elapsed, result) = (new List<double>(), new List<double>(), work());
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            result = work();
            elapsed.Add(watch.Elapsed.TotalMilliseconds);
            cpu.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (cpu.Order().ElementAt(rounds / 2), elapsed.Order().ElementAt(rounds / 2), result);
    }

    private static double Median(JsonElement numbers) => numbers.EnumerateArray().Select(n => n.GetDouble()).Order().ElementAt(numbers.GetArrayLength() / 2);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Crm.Core.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository is not above.");
        }

        return folder.FullName;
    }
}
