using System.Diagnostics;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What a computation cost: the medians over its repetitions.</summary>
/// <param name="Milliseconds">Elapsed.</param>
/// <param name="CpuMilliseconds">Spent by the processors, over all threads of the process.</param>
internal sealed record Timing(double Milliseconds, double CpuMilliseconds)
{
    /// <summary>Computes as often as was asked for.</summary>
    public static Task<(T Result, Timing Timing)> MeasureAsync<T>(AnalysisRequest request, string title, Func<T> compute)
    {
        return ProgressDisplay.RunAsync(title, () =>
        {
            var (elapsed, spent, result) = (new List<double>(), new List<double>(), default(T)!);
            for (var i = 0; i < request.Repeat; i++)
            {
                var (watch, before) = (Stopwatch.StartNew(), Cpu());
                result = compute();
                elapsed.Add(watch.Elapsed.TotalMilliseconds);
                spent.Add((Cpu() - before).TotalMilliseconds);
            }

            return (result, new Timing(Median(elapsed), Median(spent)));
        });
    }

    // Process.TotalProcessorTime counts in steps of ten milliseconds.
    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return Math.Round(values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2, 3);
    }
}
