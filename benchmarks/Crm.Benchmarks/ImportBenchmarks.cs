using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>
/// 100,000 generated purchases of 5,000 customers: orders, lines, facts and timeline rows; goal: at most 3 times prepared
/// ADO.NET inserts of the same rows in one transaction.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
[MinColumn, MaxColumn]
public class ImportBenchmarks
{
    private const int Customers = 5_000;
    private const int Purchases = 100_000;

    private readonly List<CustomerId> _customers = [];
    private BenchmarkHost _host = null!;

    [Params(Database.Sqlite, Database.PostgreSql)]
    public Database Kind { get; set; }

    [IterationSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [IterationCleanup]
    public void Cleanup() => _host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public int PreparedInserts() => HandWrittenImport.Run(Kind, _host.ConnectionString, Rows());

    [Benchmark]
    public async Task<int> OrderBookImport()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var imported = await scope.ServiceProvider.GetRequiredService<OrderBook>().ImportAsync("benchmark", Rows().ToAsyncEnumerable());
        return imported.Value.Orders;
    }

    private async Task SetupAsync()
    {
        _host = await BenchmarkHost.StartAsync(Kind);
        _customers.Clear();
        await using var scope = _host.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<CustomerDirectory>();
        for (var i = 0; i < Customers; i++)
        {
            _customers.Add((await directory.RegisterAsync(new NewCustomer { OrganisationName = $"Customer {i}" })).Value.Id);
        }

        (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
    }

    private IEnumerable<ImportedPurchase> Rows()
    {
        var random = new Random(11);
        var first = new LocalDate(2025, 1, 1);
        for (var i = 0; i < Purchases; i++)
        {
            yield return new ImportedPurchase(
                _customers[random.Next(Customers)], first.PlusDays(random.Next(365)), random.Next(1, 5), new Money(random.Next(100, 20_000) / 100m, Currency.Eur))
            {
                Sku = $"sku-{random.Next(500)}",
            };
        }
    }
}
