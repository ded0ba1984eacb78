using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>
/// A segment over a million customers with three purchases each: a rebuild against the same by hand-written SQL (goal at most 1.5), and
/// an update after 1,000 customers were written to against the rebuild (goal at least 100 times as fast). <c>segments 1000000 postgresql</c>.
/// </summary>
public static class SegmentScale
{
    private const int Written = 1_000;

    // Spent more than 100 in 90 days, bought a kettle and no toaster.
    private const string Criteria = """
        {"all":[{"field":"purchases.sum","operator":"greaterThan","value":100,"days":90},
                {"field":"purchases.product","operator":"equals","value":"kettle"},{"field":"purchases.product","operator":"notEquals","value":"toaster"}]}
        """;

    public static async Task RunAsync(int customers, Database kind)
    {
        await using var host = await BenchmarkHost.StartAsync(kind);
        var watch = Stopwatch.StartNew();
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        await FillAsync(host, kind, customers, today);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{customers:#,0} customers with {3L * customers:#,0} purchases in {watch.Elapsed.TotalSeconds:0} s, {kind}"));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            // One event for each of so many members would be measured rather than the members.
            (await scope.ServiceProvider.GetRequiredService<Segments>().CreateAsync(new SegmentDraft("kettles", "Kettles") { Criteria = Criterion.Parse(Criteria).Value, AnnouncesMembers = false })).ThrowIfFailed();
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        var (byHand, first, again, update) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var members = 0;
        for (var round = 0; round < 3; round++)
        {
            byHand.Add(ByHand(kind, host.ConnectionString, today));
            Execute(kind, host.ConnectionString, "delete from crm_segment_memberships");
            Execute(kind, host.ConnectionString, "delete from crm_segment_progress");
            first.Add(await RefreshAsync(host, anew: true, r => members = r.Segments[0].Entered));
            again.Add(await RefreshAsync(host, anew: true, r => Expect(r.Segments[0].Entered + r.Segments[0].Left == 0)));
            for (var i = 0; i < 3; i++)
            {
                await TouchAsync(host, kind, customers, (round * 3) + i);
                update.Add(await RefreshAsync(host, anew: false, r => Expect(r.Segments[0] is { Mode: SegmentRefreshMode.Update, Asked: Written })));
            }

            await RefreshAsync(host, anew: true, r => Expect(r.Segments[0].Entered + r.Segments[0].Left == 0));
        }

        var (hand, full, same, few) = (Median(byHand), Median(first), Median(again), Median(update));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{members:#,0} members. By hand {hand:0} ms; first rebuild {full:0} ms ({full / hand:0.00}); rebuild without a change {same:0} ms; update after {Written:#,0} customers {few:0.0} ms ({full / few:0} times as fast as the first rebuild, {same / few:0} times as the other)"));
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The refresh did something else than was to be measured.");
        }
    }

    private static async Task<double> RefreshAsync(BenchmarkHost host, bool anew, Action<SegmentRefreshResult> look)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var refresh = scope.ServiceProvider.GetRequiredService<SegmentRefresh>();
        var watch = Stopwatch.StartNew();
        var done = (await (anew ? refresh.RebuildAsync() : refresh.RunAsync())).Value;
        var took = watch.Elapsed.TotalMilliseconds;
        look(done);
        return took;
    }

    // The same members and columns, as somebody writes it who knows the tables and the criteria.
    private static double ByHand(Database kind, string connectionString, LocalDate today)
    {
        var (newId, least, isTrue) = kind == Database.Sqlite
            ? ("hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-7' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))", "1000000", "1")
            : ("gen_random_uuid()", "100", "true");
        Execute(kind, connectionString, "delete from crm_segment_memberships");
        var day = today.PlusDays(-90).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var until = today.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        Execute(
            kind,
            connectionString,
            $"""
            insert into crm_segment_memberships ("Id", "SegmentId", "SegmentKey", "CustomerId", "IsCurrent", "EnteredAt", "EnteredBecause", "EnteredNumber", "Version")
            select {newId}, (select "Id" from crm_segments where "Key" = 'kettles'), 'kettles', c."Id", {isTrue}, (select "CreatedAt" from crm_segments where "Key" = 'kettles'), 'Criteria', 1, 1
            from crm_customers as c
            where c."ErasedAt" is null
              and c."Id" in (select f."CustomerId" from crm_purchase_facts as f where f."PurchasedOn" >= '{day}' and f."PurchasedOn" <= '{until}' group by f."CustomerId" having sum(f."AmountAmount") > {least})
              and exists (select 1 from crm_purchase_facts as f where f."CustomerId" = c."Id" and f."Sku" = 'kettle' and f."Kind" = 'Sale' and f."PurchasedOn" <= '{until}')
              and not exists (select 1 from crm_purchase_facts as f where f."CustomerId" = c."Id" and f."Sku" = 'toaster' and f."Kind" = 'Sale' and f."PurchasedOn" <= '{until}')
            """);
        return watch.Elapsed.TotalMilliseconds;
    }

    // A customer and an order of the library, copied by the database as often as needed.
    private static async Task FillAsync(BenchmarkHost host, Database kind, int customers, LocalDate today)
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var made = (await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
            var bought = new ImportedPurchase(made.Id, today.PlusDays(-1), 1, new Money(40, Currency.Eur)) { Sku = "kettle" };
            (await scope.ServiceProvider.GetRequiredService<OrderBook>().ImportAsync("first", new[] { bought }.ToAsyncEnumerable())).ThrowIfFailed();
        }

        var isSqlite = kind == Database.Sqlite;
        string Hex(int digits) => isSqlite ? $"printf('%0{digits}X', n)" : $"lpad(to_hex(n), {digits}, '0')";
        string Id(string kindOf) => isSqlite ? $"{Hex(8)} || '-0000-7000-8000-00000000000{kindOf}'" : $"({Hex(8)} || '-0000-7000-8000-00000000000{kindOf}')::uuid";
        string Numbers(int count) => isSqlite ? $"(with recursive s(n) as (select 1 union all select n + 1 from s where n < {count}) select n from s) as s" : $"generate_series(1, {count}) as s(n)";
        var day = today.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        string Day(string back) => isSqlite ? $"date('{day}', '-' || ({back}) || ' days')" : $"date '{day}' - ({back})";
        Copy(host, kind, "crm_customers", Numbers(customers), new() { ["Id"] = Id("1") });
        Copy(host, kind, "crm_orders", Numbers(customers), new() { ["Id"] = Id("2"), ["CustomerId"] = Id("1"), ["Number"] = isSqlite ? "'B' || n" : "'B' || n::text" });
        for (var ordinal = 1; ordinal <= 3; ordinal++)
        {
            var spread = $"(n * {7 + (ordinal * 6)}) % {120 + (ordinal * 60)}";
            var sku = $"case (n * {ordinal} + n / 7) % 10 when 0 then 'toaster' when 1 then 'lamp' when 2 then 'kettle' when 3 then 'kettle' else 'cup' end";
            Copy(host, kind, "crm_purchase_facts", Numbers(customers), new()
            {
                ["OrderId"] = Id("2"), ["CustomerId"] = Id("1"), ["Ordinal"] = ordinal.ToString(CultureInfo.InvariantCulture), ["PurchasedOn"] = Day(spread), ["Sku"] = sku,
                ["AmountAmount"] = isSqlite ? "(20 + n % 90) * 10000" : "20 + n % 90",
            });
        }

        Execute(kind, host.ConnectionString, kind == Database.Sqlite ? "analyze" : "vacuum analyze");
    }

    // Columns that are not named are those of the one row that the library wrote.
    private static void Copy(BenchmarkHost host, Database kind, string table, string numbers, Dictionary<string, string> named)
    {
        using var connection = AdoNet.Connect(kind, host.ConnectionString);
        var columns = new List<string>();
        using (var look = connection.Command($"select * from {table} limit 0"))
        using (var reader = look.ExecuteReader())
        {
            columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }

        Run(connection, $"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", columns.Select(c => named.GetValueOrDefault(c, $"t.\"{c}\"")))} from (select * from {table} limit 1) as t cross join {numbers}");
    }

    // Writes to 1,000 customers as the library does: a purchase each, imported.
    private static async Task TouchAsync(BenchmarkHost host, Database kind, int customers, int round)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var on = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-1);
        var step = customers / Written;
        var rows = Enumerable.Range(0, Written).Select(i => new ImportedPurchase(
            CustomerId.From(Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{1 + (i * step) + round:X8}-0000-7000-8000-000000000001"))), on, 1, new Money(30 + (i % 50), Currency.Eur)) { Sku = i % 2 == 0 ? "kettle" : "toaster" });
        (await scope.ServiceProvider.GetRequiredService<OrderBook>().ImportAsync($"till{round}", rows.ToAsyncEnumerable())).ThrowIfFailed();
    }

    private static void Execute(Database kind, string connectionString, string text)
    {
        using var connection = AdoNet.Connect(kind, connectionString);
        Run(connection, text);
    }

    private static void Run(DbConnection connection, string text)
    {
        using var command = connection.Command(text);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static void ThrowIfFailed<T>(this CrmResult<T> result)
        where T : notnull => _ = result.Value;
}
