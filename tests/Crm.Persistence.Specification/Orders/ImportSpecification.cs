using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Orders;

/// <summary>Imports of purchases are whole, repeatable, and leave one audit row and one event.</summary>
public abstract class ImportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly LocalDate s_day = new(2026, 5, 1);

    [SkippableFact]
    public async Task ImportAsync_SameRowsTwice_ChangesNothing()
    {
        var (host, ids) = await CustomersAsync(3);
        var rows = Rows(ids, 200).ToList();
        await using var work = host.Work();
        (await work.Orders.ImportAsync("shop", rows.ToAsyncEnumerable())).Value.Should().Be(new PurchaseImportResult(200, 200, 0));
        var before = await DatabaseState.ReadAsync(work.Context);
        await using var again = host.Work();
        (await again.Orders.ImportAsync("shop", rows.ToAsyncEnumerable())).Value.Should().Be(new PurchaseImportResult(200, 0, 200));
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        (await again.Orders.ImportAsync("shop", rows.Append(rows[0] with { Quantity = 5 }).ToAsyncEnumerable())).Value.Orders.Should().Be(1, "only the new row is new");
    }

    [SkippableFact]
    public async Task ImportAsync_LeavesOneAuditRowOneEventAndATimelineEntryPerOrder()
    {
        var (host, ids) = await CustomersAsync(1);
        await using var work = host.Work();
        await work.Orders.ImportAsync("shop", Rows(ids, 5).ToAsyncEnumerable());
        var audit = await work.Context.Set<AuditEntry>().AsNoTracking().SingleAsync(a => a.AggregateType == "PurchaseImport");
        (audit.Acts, audit.ActorName, audit.Reason, audit.CorrelationId).Should().Be(("orders.purchases-imported", "Ada Agent", "because", "test"));
        (await work.Context.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.AggregateId == audit.AggregateId)).Payload.Should().Contain("\"system\":\"shop\"").And.Contain("\"orders\":5");
        (await work.History.TimelineAsync(new SubjectReference(SubjectKinds.Customer, ids[0].Value), new TimelineCriteria { Kinds = ["order-placed"] })).Items.Should().HaveCount(5);
        work.Context.ChangeTracker.Entries().Should().BeEmpty();
    }

    [SkippableFact]
    public async Task ImportAsync_RowsOfOneOrder_BecomeOneOrder()
    {
        var (host, ids) = await CustomersAsync(2);
        ImportedPurchase[] rows =
        [
            new(ids[0], s_day, 2, Known.Eur(20)) { OrderId = "A", Sku = "kettle", Description = "Kettle", Cost = Known.Eur(8) },
            new(ids[1], s_day, 1, Known.Eur(5)) { OrderId = "B" },
            new(ids[0], s_day, 1.5m, Known.Eur(3.3333m)) { OrderId = " A ", Sku = "tea" },
        ];
        await using var work = host.Work();
        (await work.Orders.ImportAsync("shop", rows.ToAsyncEnumerable())).Value.Should().Be(new PurchaseImportResult(3, 2, 0));
        var order = await work.Context.Set<Order>().SingleAsync(o => o.ExternalId == "shop:A");
        (order.Status, order.Total, order.PurchasedOn, order.CustomerId).Should().Be((OrderStatus.Completed, Known.Eur(23.3333m), s_day, ids[0]));
        order.Lines.OrderBy(l => l.Number).Select(l => (l.Sku, l.Description, l.Quantity, l.Total, l.UnitPrice, l.UnitCost)).Should().Equal(
            ("kettle", "Kettle", 2m, Known.Eur(20), Known.Eur(10), Known.Eur(4)), ("tea", "tea", 1.5m, Known.Eur(3.3333m), Known.Eur(2.2222m), null));
        order.Facts.OrderBy(f => f.Ordinal).Select(f => f.Cost).Should().Equal(Known.Eur(8), null);
        (await work.Orders.FindAsync(order.Number))!.Id.Should().Be(order.Id);
        await using var again = host.Work();
        (await again.Orders.ImportAsync("shop", rows.ToAsyncEnumerable())).Value.Skipped.Should().Be(2);
    }

    [SkippableFact]
    public async Task ImportAsync_NegativeRows_AreReturns()
    {
        var (host, ids) = await CustomersAsync(1);
        await using var work = host.Work();
        await work.Orders.ImportAsync("shop", new ImportedPurchase[] { new(ids[0], s_day, 3, Known.Eur(30)), new(ids[0], s_day.PlusDays(1), -1, Known.Eur(-10)) }.ToAsyncEnumerable());
        (await work.Orders.HistoryAsync(ids[0])).Select(f => (f.Kind, f.Quantity, f.Amount, f.PurchasedOn)).Should().Equal(
            (PurchaseKind.Return, -1m, Known.Eur(-10), s_day.PlusDays(1)), (PurchaseKind.Sale, 3m, Known.Eur(30), s_day));
        (await work.Get<IPurchaseQueries>().SummariesAsync(Currency.Eur, null, default)).Single().Should().Match<CustomerPurchaseSummary>(s => s.Total == Known.Eur(20) && s.PurchaseDays == 1);
    }

    [SkippableFact]
    public async Task ImportAsync_BadRowAmongGoodOnes_WritesNothing()
    {
        var (host, ids) = await CustomersAsync(2);
        var good = Rows(ids, 6_000).ToList();
        (string Code, ImportedPurchase[] Rows)[] bad =
        [
            ("InvalidValue", [new(ids[0], s_day, 1, Known.Eur(1)) { OrderId = "A" }, new(ids[0], s_day, 1, new Money(1, Currency.Usd)) { OrderId = "A" }]),
            ("InvalidValue", [new(ids[0], s_day, 1, Known.Eur(1)) { OrderId = "A" }, new(ids[1], s_day, 1, Known.Eur(1)) { OrderId = "A" }]),
            ("CustomerNotFound", [new(CustomerId.New(host.Clock.Now), s_day, 1, Known.Eur(1))]),
            ("CustomerNotFound", [new(default, s_day, 1, Known.Eur(1))]),
            ("InvalidValue", [new(ids[0], s_day, 0.00001m, Known.Eur(1))]),
            ("InvalidValue", [new(ids[0], s_day, decimal.MaxValue, Known.Eur(1))]),
            ("InvalidValue", [new(ids[0], s_day, 0.0001m, new Money(Money.MaxAmount, Currency.Eur))]),
            ("InvalidValue", [new(ids[0], new LocalDate(-44, 3, 15), 1, Known.Eur(1))]),
            ("InvalidValue", [new(ids[0], s_day, 1, Known.Eur(1)) { Sku = "a\0b" }]),
            ("InvalidValue", [new(ids[0], s_day, 1, Known.Eur(1)) { Description = new string('x', 201) }]),
            ("InvalidValue", [new(ids[0], s_day, 1, Known.Eur(1)) { OrderId = new string('x', 500) }]),
        ];
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        foreach (var (code, rows) in bad)
        {
            // The first of them comes after a batch that is written already.
            var all = rows == bad[0].Rows ? good.Concat(rows) : good.Take(3).Concat(rows);
            (await work.Orders.ImportAsync("shop", all.ToAsyncEnumerable())).Errors.Should().ContainSingle().Which.Code.Should().Be(code);
            (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
        }

        foreach (var system in new[] { string.Empty, new string('x', 33), "a\nb" })
        {
            (await work.Orders.ImportAsync(system, good.ToAsyncEnumerable())).Errors.Single().Code.Should().Be("InvalidValue");
        }
    }

    [SkippableFact]
    public async Task ImportAsync_SameFileTwiceAtTheSameTime_IsWrittenOnce()
    {
        var (host, ids) = await CustomersAsync(2);
        var rows = Rows(ids, 100).ToList();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var work = host.Work();
            return await work.Orders.ImportAsync("shop", rows.ToAsyncEnumerable());
        })));
        results.SelectMany(r => r.Errors).Select(e => e.Code).Distinct().Should().BeSubsetOf(["AlreadyExists"]);
        results.Where(r => r.Succeeded).Sum(r => r.Value.Orders).Should().Be(100);
        await using var reader = host.Work();
        (await reader.Context.Set<Order>().CountAsync()).Should().Be(100);
    }

    [SkippableFact]
    public async Task ImportAsync_InATransactionOfTheHostRolledBack_LeavesNothing()
    {
        var (host, ids) = await CustomersAsync(1);
        await using var work = host.Work();
        var before = await DatabaseState.ReadAsync(work.Context);
        await using (var transaction = await work.Context.Database.BeginTransactionAsync())
        {
            (await work.Orders.ImportAsync("shop", Rows(ids, 10).ToAsyncEnumerable())).Succeeded.Should().BeTrue();
            await transaction.RollbackAsync();
        }

        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);
    }

    [SkippableFact]
    public async Task ImportAsync_TwentyThousandRows_KeepsEveryAmount()
    {
        var count = TestScale.Count(20_000, 200_000);
        var (host, ids) = await CustomersAsync(50);
        var rows = Rows(ids, count).ToList();
        await using var work = host.Work();
        (await work.Orders.ImportAsync("shop", rows.ToAsyncEnumerable())).Value.Should().Be(new PurchaseImportResult(count, count, 0));
        var queries = work.Get<IPurchaseQueries>();
        foreach (var currency in new[] { Currency.Eur, Currency.Usd })
        {
            (await queries.SummariesAsync(currency, null, default)).ToDictionary(s => s.CustomerId, s => s.Total.Amount).Should().Equal(
                rows.Where(r => r.Amount.Currency == currency).GroupBy(r => r.CustomerId).ToDictionary(g => g.Key, g => g.Sum(r => r.Amount.Amount)));
        }

        (await work.Context.Set<Order>().Select(o => o.Number).Distinct().CountAsync()).Should().Be(count);
        (await work.Context.Set<OrderLine>().SumAsync(l => l.Quantity)).Should().Be(rows.Sum(r => r.Quantity));
        (await DatabaseState.ReadAsync(work.Context))["crm_outbox"].Should().StartWith("51 rows", "fifty customers and one import");
    }

    private static IEnumerable<ImportedPurchase> Rows(IReadOnlyList<CustomerId> ids, int count) => Enumerable.Range(0, count).Select(i => new ImportedPurchase(
        ids[i % ids.Count], s_day.PlusDays(-(i % 700)), (i % 9) + 0.5m, new Money((i % 1_000) + (i % 10_000 / 10_000m), i % 7 == 0 ? Currency.Usd : Currency.Eur))
    {
        Sku = $"sku-{(i % 40).ToString(CultureInfo.InvariantCulture)}",
        Cost = i % 3 == 0 ? null : new Money(i % 10, i % 7 == 0 ? Currency.Usd : Currency.Eur),
    });

    private async Task<(CrmTestHost<SpecificationContext> Host, IReadOnlyList<CustomerId> Ids)> CustomersAsync(int count)
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var ids = new List<CustomerId>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = $"Buyer {i}" })).Value.Id);
        }

        await work.SaveAsync();
        return (host, ids);
    }
}
