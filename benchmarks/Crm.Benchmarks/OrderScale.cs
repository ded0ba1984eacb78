using System.Data.Common;
using System.Diagnostics;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Benchmarks;

/// <summary>
/// Orders of three lines, each placed and saved by itself, against prepared ADO.NET inserts of the same rows (order, lines, facts, audit,
/// event, timeline), one transaction an order; goal: at most twice as long.
/// </summary>
public static class OrderScale
{
    private const int Warm = 200;

    // In the order that foreign keys ask for.
    private static readonly string[] s_tables = ["crm_orders", "crm_order_lines", "crm_purchase_facts", "crm_audit", "crm_outbox", "crm_timeline_entries", "crm_timeline_links"];

    public static async Task RunAsync(int orders, Database kind)
    {
        var ratios = new List<double>();
        for (var round = 1; round <= 3; round++)
        {
            await using var placing = await BenchmarkHost.StartAsync(kind);
            var customer = await PrepareAsync(placing);
            await PlaceAsync(placing, customer, Warm);
            var placed = await TimeAsync(() => PlaceAsync(placing, customer, orders));

            await using var bare = await BenchmarkHost.StartAsync(kind);
            using var source = AdoNet.Connect(kind, placing.ConnectionString);
            using var target = AdoNet.Connect(kind, bare.ConnectionString);
            new Copy(source, target, kind, "crm_customers").Write(0, 1);
            var copies = s_tables.Select(t => new Copy(source, target, kind, t)).ToList();
            Write(copies, 0, Warm, Warm + orders, target);
            var written = await TimeAsync(() =>
            {
                Write(copies, Warm, Warm + orders, Warm + orders, target);
                return Task.CompletedTask;
            });
            ratios.Add(placed / written);
            Console.WriteLine(FormattableString.Invariant($"{kind} round {round}: placed {placed / orders:0.000} ms, bare inserts {written / orders:0.000} ms an order, ratio {placed / written:0.00}"));
        }

        Console.WriteLine(FormattableString.Invariant($"{kind}: median ratio {ratios.Order().ElementAt(1):0.00} of {orders} orders"));
    }

    private static async Task<CustomerId> PrepareAsync(BenchmarkHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var products = scope.ServiceProvider.GetRequiredService<Products>();
        for (var i = 0; i < 20; i++)
        {
            (await products.AddAsync($"P{i}", $"Product {i}", new Money(10 + i, Currency.Eur))).WithoutValue().ThrowIfFailed();
        }

        var customer = (await scope.ServiceProvider.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Buyer" })).Value;
        (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();

        // What was written so far is no part of the comparison.
        var context = scope.ServiceProvider.GetRequiredService<CrmDbContext>();
        foreach (var table in new[] { "crm_audit", "crm_outbox", "crm_timeline_links", "crm_timeline_entries" })
        {
#pragma warning disable EF1002 // Names of this program alone.
            await context.Database.ExecuteSqlRawAsync($"delete from {table}");
#pragma warning restore EF1002
        }

        return customer.Id;
    }

    private static async Task PlaceAsync(BenchmarkHost host, CustomerId customer, int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var lines = Enumerable.Range(i, 3).Select(p => new NewOrderLine($"P{p % 20}", 1 + (p % 4))).ToList();
            (await scope.ServiceProvider.GetRequiredService<OrderBook>().PlaceAsync(new NewOrder(customer, lines))).WithoutValue().ThrowIfFailed();
            (await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }
    }

    private static void Write(List<Copy> copies, int from, int to, int all, DbConnection target)
    {
        for (var order = from; order < to; order++)
        {
            using var transaction = target.BeginTransaction();
            copies.ForEach(c => c.Write(order, all, transaction));
            transaction.Commit();
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The rows of one table, as many for each order, and the prepared command that writes them.</summary>
    private sealed class Copy
    {
        private readonly List<object[]> _rows = [];
        private readonly DbCommand _insert;

        public Copy(DbConnection source, DbConnection target, Database kind, string table)
        {
            string[] columns;
            using (var command = source.Command($"select * from {table}"))
            {
                using var reader = command.ExecuteReader();
                columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
                while (reader.Read())
                {
                    var row = new object[columns.Length];
                    reader.GetValues(row);
                    _rows.Add(row);
                }
            }

            _insert = target.Command($"insert into {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
            for (var i = 0; i < columns.Length; i++)
            {
                _insert.With($"@p{i}", _rows.Select(r => r[i]).FirstOrDefault(v => v is not DBNull));
            }

            if (kind == Database.Sqlite)
            {
                _insert.Prepare();
            }
        }

        public void Write(int order, int orders, DbTransaction? transaction = null)
        {
            var each = _rows.Count / orders;
            _insert.Transaction = transaction;
            for (var r = order * each; r < (order + 1) * each; r++)
            {
                for (var i = 0; i < _rows[r].Length; i++)
                {
                    _insert.Parameters[i].Value = _rows[r][i];
                }

                _insert.ExecuteNonQuery();
            }
        }
    }
}
