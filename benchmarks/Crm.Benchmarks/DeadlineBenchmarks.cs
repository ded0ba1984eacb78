using BenchmarkDotNet.Attributes;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>Deadlines in business time against a loop over days; <c>deadlines</c> as the only argument prints them per second.</summary>
[MemoryDiagnoser]
public class DeadlineBenchmarks
{
    [Benchmark(Baseline = true, OperationsPerInvoke = DeadlineSamples.Count)]
    public Instant LoopOverDays()
    {
        var last = Instant.MinValue;
        foreach (var (start, target) in DeadlineSamples.All)
        {
            last = Instant.Max(last, DeadlineSamples.WalkDays(DeadlineSamples.Week, start, target.Time));
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = DeadlineSamples.Count)]
    public Instant DueFrom()
    {
        var last = Instant.MinValue;
        foreach (var (start, target) in DeadlineSamples.All)
        {
            last = Instant.Max(last, target.DueFrom(DeadlineSamples.Week, start));
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = DeadlineSamples.Count)]
    public Instant DueFromWithHolidays()
    {
        var last = Instant.MinValue;
        foreach (var (start, target) in DeadlineSamples.All)
        {
            last = Instant.Max(last, target.DueFrom(DeadlineSamples.WithHolidays, start));
        }

        return last;
    }
}
