using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Crm.Domain.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>
/// 20,000 generated customers with an e-mail address, a number, an address and an id elsewhere: read, compared, written with keys,
/// audit, timeline and events; goal: at most 3 times prepared ADO.NET inserts of the same rows in one transaction.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MinColumn, MaxColumn]
public class CustomerImportBenchmarks
{
    private const int Customers = 20_000;

    private static readonly string[] s_header = ["id", "givenName", "familyName", "organisation", "email", "phone", "street", "postcode", "city", "country", "language"];
    private static readonly string[] s_given = ["Anna", "Luca", "Jürgen", "Åsa", "Ioana", "Carlos", "Grace", "Hiroshi", "Fatou", "Maria"];
    private static readonly string[] s_family = ["Rossi", "Bianchi", "Müller", "Öberg", "Popescu", "García", "Whitfield", "Nakamura", "Diallo", "Nguyen"];

    private CopiedRows _rows = null!;
    private BenchmarkHost _host = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    [GlobalSetup]
    public void GlobalSetup()
    {
        var source = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();
        ImportAsync(source).GetAwaiter().GetResult();
        _rows = CopiedRows.Read(Kind, source.ConnectionString);
        source.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [IterationSetup]
    public void Setup() => _host = BenchmarkHost.StartAsync(Kind).GetAwaiter().GetResult();

    [IterationCleanup]
    public void Cleanup() => _host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public int PreparedInserts() => _rows.Insert(Kind, _host.ConnectionString);

    [Benchmark]
    public Task<int> CustomerImport() => ImportAsync(_host);

    private static async Task<int> ImportAsync(BenchmarkHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var file = new CustomerImportFile("benchmark.csv", "benchmark", s_header);
        var imported = await scope.ServiceProvider.GetRequiredService<CustomerImporter>().ImportAsync(file, Rows().ToAsyncEnumerable());
        return imported.Value.Created;
    }

    private static IEnumerable<CustomerImportRow> Rows()
    {
        var random = new Random(11);
        for (var i = 0; i < Customers; i++)
        {
            var id = i.ToString(CultureInfo.InvariantCulture);
            yield return new CustomerImportRow(
                i + 2,
                [
                    id, $"{s_given[random.Next(10)]}{i % 977}", $"{s_family[random.Next(10)]}{i % 1009}", "", $"person{id}@example{i % 50}.com", $"+39 02 {5_000_000 + i}",
                    $"Via Roma {i % 300}", "20121", "Milano", "IT", "it",
                ]);
        }
    }
}
