using System.Diagnostics;
using System.Globalization;
using Crm.Analytics.Insights;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>
/// A refresh of all customers' figures, the same again, and one of the next day, against reading the same facts and writing the same
/// rows by hand (without computing anything). <c>insights 100000 sqlite</c>.
/// </summary>
internal static class InsightScale
{
    private const int PurchasesPerCustomer = 10;
    private static readonly LocalDate s_first = new(2024, 1, 1);
    private static readonly LocalDate s_asOf = new(2025, 12, 30);

    public static async Task RunAsync(int customers, Database kind)
    {
        await using var host = await BenchmarkHost.StartAsync(kind, crm => crm.AddCrmInsights(o => o.Currency = Currency.Eur));
        await WriteAsync(host, customers);
        var (first, written) = await RefreshAsync(host, s_asOf);
        var (read, facts) = Read(kind, host.ConnectionString);
        var (insert, rows) = Insert(kind, host.ConnectionString);
        var computing = await ComputeAsync(host);
        var (again, unchanged) = await RefreshAsync(host, s_asOf);
        var (next, changed) = await RefreshAsync(host, s_asOf.PlusDays(1));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            customers            {customers:N0} with {facts:N0} purchase facts, {kind}
            first refresh        {first:N0} ms, {written.Written:N0} rows
            by hand              {read:N0} ms to read the facts, {insert:N0} ms to write {rows:N0} rows; ratio {first / (read + insert):N2}
            reading, computing   {computing:N0} ms through the library, nothing written
            the same day again   {again:N0} ms, {unchanged.Unchanged:N0} rows unchanged
            the next day         {next:N0} ms, {changed.Written:N0} rows written, {changed.Unchanged:N0} unchanged
            """));
    }

    private static async Task WriteAsync(BenchmarkHost host, int customers)
    {
        var random = new Random(5);
        for (var written = 0; written < customers;)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var directory = scope.ServiceProvider.GetRequiredService<CustomerDirectory>();
            var ids = new List<CustomerId>();
            for (var end = Math.Min(customers, written + 1_000); written < end; written++)
            {
                ids.Add((await directory.RegisterAsync(new NewCustomer { OrganisationName = $"Customer {written}" })).Value.Id);
            }

            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
            var imported = await scope.ServiceProvider.GetRequiredService<OrderBook>().ImportAsync($"benchmark {written}", Purchases(ids, random).ToAsyncEnumerable());
            _ = imported.Value;
        }
    }

    private static IEnumerable<ImportedPurchase> Purchases(List<CustomerId> ids, Random random)
    {
        foreach (var id in ids)
        {
            var (gap, day) = (10 + random.Next(80), s_first.PlusDays(random.Next(300)));
            for (var i = 0; i < 2 * PurchasesPerCustomer && day <= s_asOf && random.NextDouble() > 0.05; i++, day = day.PlusDays(1 + random.Next(2 * gap)))
            {
                yield return new ImportedPurchase(id, day, 1, new Money(random.Next(100, 20_000) / 100m, Currency.Eur));
            }
        }
    }

    private static async Task<(double Milliseconds, InsightOutcome Outcome)> RefreshAsync(BenchmarkHost host, LocalDate asOf)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var run = (await scope.ServiceProvider.GetRequiredService<InsightRefresh>().RunAsync(asOf)).Value;
        return (watch.Elapsed.TotalMilliseconds, run.Outcome!);
    }

    private static async Task<double> ComputeAsync(BenchmarkHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        _ = (await scope.ServiceProvider.GetRequiredService<InsightRefresh>().ComputeAsync(new InsightRequest(s_asOf))).Value;
        return watch.Elapsed.TotalMilliseconds;
    }

    private static (double Milliseconds, int Facts) Read(Database kind, string connectionString)
    {
        using var connection = AdoNet.Connect(kind, connectionString);
        var watch = Stopwatch.StartNew();
        using var command = connection.Command(
            """select "CustomerId", "PurchasedOn", "AmountAmount", "Quantity", "OrderId" from crm_purchase_facts order by "CustomerId", "PurchasedOn" """);
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var facts = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            facts++;
        }

        return (watch.Elapsed.TotalMilliseconds, facts);
    }

    /// <summary>The rows of the refresh once more, by prepared commands in one transaction.</summary>
    private static (double Milliseconds, int Rows) Insert(Database kind, string connectionString)
    {
        var copied = CopiedRows.Read(kind, connectionString, ["crm_customer_insights"]);
        using var connection = AdoNet.Connect(kind, connectionString);
        connection.Execute("delete from crm_customer_insights");
        var watch = Stopwatch.StartNew();
        var rows = copied.Insert(kind, connectionString);
        return (watch.Elapsed.TotalMilliseconds, rows);
    }
}
