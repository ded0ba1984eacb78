using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Customers;
using Crm.Testing;

namespace Crm.Persistence.Specification.Crash;

/// <summary>A process that writes stories until it is done or killed.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Acknowledgement> _acknowledged = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadAsync);
    }

    public IReadOnlyCollection<Acknowledgement> Acknowledged => _acknowledged;

    /// <summary>Starts a process, which gets ready and waits for <see cref="GoAsync"/>.</summary>
    public static WorkerProcess Start(string provider, string connectionString, CustomerId customer, int writers, int stories) =>
        Start([provider, connectionString, customer.Value.ToString(), Text(writers), Text(stories)]);

    /// <summary>Starts a process that imports customers, or goes on with an import, once it is told to.</summary>
    public static WorkerProcess StartImport(string provider, string connectionString, int rows, int batch) =>
        Start([provider, connectionString, "import", Text(rows), Text(batch)]);

    /// <summary>Starts a process that raises deadlines until none is due, once it is told to; it tells how many levels each round raised.</summary>
    public static WorkerProcess StartMonitor(string provider, string connectionString) => Start([provider, connectionString, "monitor", "0", "0"]);

    /// <summary>Starts a process that delivers stored events to rules until none is left that it may take, once it is told to; it tells of each round.</summary>
    public static WorkerProcess StartRules(string provider, string connectionString) => Start([provider, connectionString, "rules", "0", "0"]);

    /// <summary>Starts a process that publishes knowledge items, once it is told to, and ends when it has found the answer to them.</summary>
    public static WorkerProcess StartPublisher(string provider, string connectionString, int items) => Start([provider, connectionString, "knowledge", Text(items), "0"]);

    private static WorkerProcess Start(string[] arguments)
    {
        // artifacts/bin/<project>/<configuration>: the worker's folder lies beside the test's.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(folder.Parent!.Parent!.FullName, "Crm.Persistence.CrashWorker", folder.Name, "Crm.Persistence.CrashWorker.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(program))
        {
            start.ArgumentList.Add(argument);
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Lets the process begin.</summary>
    public async Task GoAsync()
    {
        await _ready.Task;
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the next acknowledgement.</summary>
    public async Task AcknowledgementAsync()
    {
        await _arrived.WaitAsync();
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"The worker ended: {await _errors}");
        }
    }

    /// <summary>Kills the process with SIGKILL, and reads what it said before.</summary>
    public async Task KillAsync()
    {
        await ProcessTree.KillAsync(_process.Id);
        await _reading;
    }

    /// <summary>Waits until the process is done with all its stories.</summary>
    public async Task CompletedAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        _process.ExitCode.Should().Be(0, "{0}", await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _arrived.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Acknowledgement.Parse(line) is { } acknowledgement)
            {
                _acknowledged.Enqueue(acknowledgement);
                _arrived.Release();
            }
            else if (line == "ready")
            {
                _ready.TrySetResult();
            }
        }

        if (!_ready.Task.IsCompleted)
        {
            _ready.TrySetException(new InvalidOperationException($"The worker ended before it was ready: {await _errors}"));
        }

        _arrived.Release();
    }
}
