using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>How many deadlines one thread computes in a second of processor time.</summary>
internal static class DeadlineRate
{
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(3);

    public static void Run()
    {
        if (DeadlineSamples.All.Any(s => DeadlineSamples.WalkDays(DeadlineSamples.Week, s.Start, s.Target.Time) != s.Target.DueFrom(DeadlineSamples.Week, s.Start)))
        {
            throw new InvalidOperationException("The loop and the calendar differ.");
        }

        Print("loop over days", (start, target) => DeadlineSamples.WalkDays(DeadlineSamples.Week, start, target));
        var (week, holidays, samples) = (DeadlineSamples.Week, DeadlineSamples.WithHolidays, DeadlineSamples.All);
        Print("DueFrom", i => samples[i].Target.DueFrom(week, samples[i].Start));
        Print("DueFrom, a holiday each month", i => samples[i].Target.DueFrom(holidays, samples[i].Start));
    }

    private static void Print(string name, Func<Instant, Duration, Instant> due)
    {
        var samples = DeadlineSamples.All;
        Print(name, i => due(samples[i].Start, samples[i].Target.Time));
    }

    private static void Print(string name, Func<int, Instant> due)
    {
        using var process = Process.GetCurrentProcess();
        for (var warm = 0; warm < 200 * DeadlineSamples.Count; warm++)
        {
            due(warm % DeadlineSamples.Count);
        }

        var (clock, before, count) = (Stopwatch.StartNew(), process.TotalProcessorTime, 0L);
        while (clock.Elapsed < s_each)
        {
            for (var i = 0; i < DeadlineSamples.Count; i++)
            {
                due(i);
            }

            count += DeadlineSamples.Count;
        }

        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {count / seconds,14:N0} deadlines per second of CPU, {count / clock.Elapsed.TotalSeconds,14:N0} per second"));
    }
}
