using Spectre.Console;

namespace Crm.Samples.Console.Output;

/// <summary>Shows on the terminal's stderr that work goes on, once it has taken a second.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Runs work that tells how much of it is done, as a fraction, where it knows.</summary>
    public static async Task<T> RunAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected)
        {
            return await work(new Progress());
        }

        var progress = new Progress();
        var running = Task.Run(() => work(progress));
        if (await Task.WhenAny(running, Task.Delay(s_patience)) != running)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
            await console.Progress().AutoClear(true).StartAsync(async display =>
            {
                var bar = display.AddTask(title, maxValue: 1);
                while (await Task.WhenAny(running, Task.Delay(100)) != running)
                {
                    bar.IsIndeterminate = progress.Fraction is 0;
                    bar.Value = progress.Fraction;
                }
            });
        }

        return await running;
    }

    public static Task<T> RunAsync<T>(string title, Func<T> work) => RunAsync(title, _ => Task.FromResult(work()));

    private sealed class Progress : IProgress<double>
    {
        private double _fraction;

        public double Fraction => Volatile.Read(ref _fraction);

        public void Report(double value) => Volatile.Write(ref _fraction, Math.Clamp(value, 0, 1));
    }
}
