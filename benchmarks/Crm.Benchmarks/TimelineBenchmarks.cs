using BenchmarkDotNet.Attributes;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>A page of 50 rows out of 1,000,000 of 10,000 customers; goal: at most 1.5 times hand-written ADO.NET.</summary>
[MinColumn, MaxColumn, MemoryDiagnoser]
public class TimelineBenchmarks
{
    private const int Customers = 10_000;
    private const int EntriesEach = 100;
    private const int Pages = 200;

    private readonly Guid[] _subjects = new Guid[Customers];
    private BenchmarkHost _host = null!;
    private Random _random = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // Not async: the in-process toolchain would not wait for it.
        _host = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();
        Fill();
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
            rows += (await TimelinePage.ReadAsync(connection, _subjects[_random.Next(Customers)])).Rows;
        }

        return rows;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public async Task<int> ContactHistoryPage()
    {
        var rows = 0;
        for (var page = 0; page < Pages; page++)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var history = scope.ServiceProvider.GetRequiredService<ContactHistory>();
            var items = await history.TimelineAsync(new SubjectReference(SubjectKinds.Customer, _subjects[_random.Next(Customers)]));
            rows += items.Items.Count;
        }

        return rows;
    }

    private void Fill()
    {
        for (var i = 0; i < Customers; i++)
        {
            _subjects[i] = Next(new Random(i));
        }

        TimelineRows.Write(Kind, _host.ConnectionString, Rows);
    }

    private IEnumerable<TimelineRow> Rows()
    {
        var random = new Random(7);
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return Enumerable.Range(0, Customers * EntriesEach).Select(i =>
            new TimelineRow(Next(random), _subjects[i % Customers], Next(random), start.AddMilliseconds(i * 37L), $"Asked about order {i}"));
    }

    private static Guid Next(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
