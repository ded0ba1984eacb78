using System.Globalization;
using BenchmarkDotNet.Attributes;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>An agent's queue, 50 rows by priority and age, out of 1,000,000 cases of which a tenth needs work; goal: at most 1.5 times hand-written ADO.NET.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class CaseQueueBenchmarks
{
    private const int Pages = 200;

    private BenchmarkHost _host = null!;
    private Random _random = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    /// <summary>1,000,000, or what the variable <c>CRM_BENCHMARK_CASES</c> says.</summary>
    public static IEnumerable<int> Sizes =>
        [int.TryParse(Environment.GetEnvironmentVariable("CRM_BENCHMARK_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 1_000_000];

    /// <summary>How many cases there are.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Cases { get; set; }

    // Not awaited where it returns a task, when the benchmark runs in the process of the runner.
    [GlobalSetup]
    public void Setup()
    {
        _host = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();
        CaseRows.WriteAsync(_host, Kind, Cases).GetAwaiter().GetResult();
    }

    [IterationSetup]
    public void Restart() => _random = new Random(42);

    [GlobalCleanup]
    public void Cleanup() => _host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Pages)]
    public async Task<int> HandWritten()
    {
        var rows = 0;
        for (var page = 0; page < Pages; page++)
        {
            await using var connection = AdoNet.Connect(Kind, _host.ConnectionString);
            rows += await CaseQueuePage.ReadAsync(connection, CaseRows.Agent(_random.Next(CaseRows.Agents)));
        }

        return rows;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public async Task<int> MyQueue()
    {
        var rows = 0;
        for (var page = 0; page < Pages; page++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            rows += (await scope.ServiceProvider.GetRequiredService<CaseLists>().ListAsync(CaseCriteria.MyQueue(CaseRows.Agent(_random.Next(CaseRows.Agents))))).Items.Count;
        }

        return rows;
    }
}
