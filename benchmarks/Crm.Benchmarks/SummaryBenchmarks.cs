using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Crm.Analytics.Purchases;

namespace Crm.Benchmarks;

/// <summary>
/// 10,000,000 unordered purchases of 440,000 customers with arbitrary 64-bit keys, summarised from the rows as they were read;
/// goal: faster than a plain dictionary. One peer does the same job (purchases of one day are one), the other is told that no
/// day repeats and so does less.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
[MinColumn, MaxColumn, MemoryDiagnoser]
public class SummaryBenchmarks
{
    private const int Rows = 10_000_000;
    private const int Customers = 440_000;

    private readonly long[] _keys = new long[Rows];
    private readonly int[] _days = new int[Rows];
    private readonly long[] _amounts = new long[Rows];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(5);
        var keys = new long[Customers];
        for (var i = 0; i < Customers; i++)
        {
            keys[i] = random.NextInt64();
        }

        for (var i = 0; i < Rows; i++)
        {
            // Squaring makes some customers buy much more often than others.
            var place = random.NextDouble();
            _keys[i] = keys[(int)(place * place * Customers)];
            _days[i] = 20_000 + random.Next(730);
            _amounts[i] = random.Next(1, 500) * 10_000L;
        }
    }

    [Benchmark(Baseline = true)]
    public double DictionarySameJob()
    {
        var purchases = new Dictionary<long, List<(int Day, long Amount)>>();
        for (var i = 0; i < Rows; i++)
        {
            if (!purchases.TryGetValue(_keys[i], out var own))
            {
                purchases.Add(_keys[i], own = []);
            }

            own.Add((_days[i], _amounts[i]));
        }

        var monetary = 0.0;
        foreach (var own in purchases.Values)
        {
            own.Sort((a, b) => a.Day.CompareTo(b.Day));
            var days = 0;
            var later = 0L;
            for (var i = 0; i < own.Count; i++)
            {
                days += i == 0 || own[i].Day != own[i - 1].Day ? 1 : 0;
                later += own[i].Day == own[0].Day ? 0 : own[i].Amount;
            }

            monetary += days > 1 ? later / 10_000.0 / (days - 1) : 0;
        }

        return monetary;
    }

    [Benchmark]
    public long DictionaryWithoutDays()
    {
        var states = new Dictionary<long, (int First, int Last, int Count, long Total)>();
        for (var i = 0; i < Rows; i++)
        {
            ref var state = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(states, _keys[i], out var exists);
            state = exists
                ? (Math.Min(state.First, _days[i]), Math.Max(state.Last, _days[i]), state.Count + 1, state.Total + _amounts[i])
                : (_days[i], _days[i], 1, _amounts[i]);
        }

        return states.Values.Sum(s => s.Total);
    }

    [Benchmark]
    public double CustomerSummaries_FromRows()
    {
        var log = PurchaseLog.From(new PurchaseColumns { Customers = PurchaseKeyColumn.From(_keys.AsMemory()), Days = _days, Amounts = _amounts });
        var summaries = CustomerSummaries.From(log);
        var monetary = 0.0;
        foreach (var value in summaries.Monetary)
        {
            monetary += double.IsNaN(value) ? 0 : value;
        }

        return monetary;
    }

    [Benchmark]
    public double CustomerSummaries_FromRows_OneThread()
    {
        var log = PurchaseLog.From(new PurchaseColumns { Customers = PurchaseKeyColumn.From(_keys.AsMemory()), Days = _days, Amounts = _amounts }, 1);
        return CustomerSummaries.From(log, new SummaryOptions { DegreeOfParallelism = 1 }).Count;
    }
}
