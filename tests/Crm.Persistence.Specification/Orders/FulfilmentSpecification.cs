using System.Collections.Concurrent;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Orders;

/// <summary>Orders and stock in the database: deliveries, returns, cancellations, and the last piece that only one gets.</summary>
public abstract class FulfilmentSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Tries = 12;

    [SkippableFact]
    [Trait("Check", "OR-03")]
    public async Task Order_DeliveredInPartsCancelledAndReturned_NetsOutInOneQuery()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30, 12.5m);
        await work.AddProductAsync("cup", 4.99m);
        var customer = await work.RegisterAsync();
        var id = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 3), new NewOrderLine("cup", 5)]))).Value.Id;
        var other = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("cup", 1)]))).Value.Id;
        await work.SaveAsync();

        await StepAsync(w => w.Orders.DeliverAsync(id, [new(1, 2), new(2, 4)], "T-1"), OrderStatus.PartlyDelivered);
        await RefusedAsync(w => w.Orders.DeliverAsync(id, [new(1, 1.5m)]), "DeliveryExceedsOrder");
        await RefusedAsync(w => w.Orders.CancelLinesAsync(id, [new(1, 1.5m)]), "CancellationExceedsOrder");
        await RefusedAsync(w => w.Orders.ReturnAsync(id, 1, 2.5m), "ReturnExceedsOrder");
        await StepAsync(w => w.Orders.ReturnAsync(id, 2, 1), OrderStatus.PartlyDelivered);
        await StepAsync(w => w.Orders.CancelLinesAsync(id, [new(2, 1)]), OrderStatus.PartlyDelivered);
        await StepAsync(w => w.Orders.CompleteAsync(id), OrderStatus.Completed);
        await RefusedAsync(w => w.Orders.CancelLinesAsync(id, [new(1, 1)]), "OrderTransitionNotAllowed");
        await StepAsync(w => w.Orders.CancelAsync(other), OrderStatus.Cancelled);

        await using var later = host.Work();
        seen.Clear();
        var purchases = await later.Orders.PurchasesAsync(customer);
        seen.Commands.Should().HaveCount(1);
        purchases.OrderBy(p => p.OrderId).ThenBy(p => p.LineNumber).Select(p => (p.OrderId, p.Sku, p.Bought, p.Quantity, p.Amount)).Should().Equal(
            (id, "kettle", 3m, 3m, Known.Eur(90)), (id, "cup", 5m, 3m, Known.Eur(14.97m)), (other, "cup", 1m, 0m, Known.Eur(0)));
        var stored = (await later.Orders.FindAsync(id))!;
        stored.Deliveries.OrderBy(d => d.Delivery).ThenBy(d => d.LineNumber).Select(d => (d.Delivery, d.LineNumber, d.Quantity, d.Reference)).Should().Equal((1, 1, 2m, "T-1"), (1, 2, 4m, "T-1"), (2, 1, 1m, null));
        stored.Lines.OrderBy(l => l.Number).Select(l => (l.Delivered, l.Cancelled, l.Returned)).Should().Equal((3m, 0m, 0m), (4m, 1m, 1m));
        (await later.History.TimelineAsync(customer.ToSubject())).Items.Select(e => e.Kind).Should().Contain(["order-delivered", "order-returned", "order-lines-cancelled", "order-completed", "order-cancelled"]);

        async Task RefusedAsync(Func<CrmWork<SpecificationContext>, Task<Domain.Primitives.CrmResult<Order>>> act, string code)
        {
            await using var step = host.Work();
            (await act(step)).Errors.Single().Code.Should().Be(code);
        }

        async Task StepAsync(Func<CrmWork<SpecificationContext>, Task<Domain.Primitives.CrmResult<Order>>> act, OrderStatus status)
        {
            await using var step = host.Work();
            (await act(step)).Value.Status.Should().Be(status);
            await step.SaveAsync();
        }
    }

    [SkippableFact]
    [Trait("Check", "OR-04")]
    public async Task BaseAmount_IsFrozenAtTheRateOfTheDay()
    {
        var host = await HostAsync(s =>
        {
            s.Crm = o => o.Sales.BaseCurrency = Currency.Eur;
            s.Services = all => all.AddSingleton<IExchangeRates, RateOfTheDay>();
        });
        await using var work = host.Work();
        await work.AddProductAsync("cup", 4.99m);
        var customer = await work.RegisterAsync();
        var first = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("cup", 1) { UnitPrice = new Money(100, Currency.Usd) }]))).Value;
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromDays(1));
        var second = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("cup", 1) { UnitPrice = new Money(100, Currency.Usd) }]))).Value;
        var own = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("cup", 1)]))).Value;
        (await work.Orders.ImportAsync("till", new[] { new ImportedPurchase(customer, first.PurchasedOn, -1, new Money(-50, Currency.Usd)) }.ToAsyncEnumerable())).Errors.Should().BeEmpty();
        await work.SaveAsync();

        await using var later = host.Work();
        var (at, before) = ((decimal)second.PurchasedOn.Day, (decimal)first.PurchasedOn.Day);
        var stored = await later.Orders.HistoryAsync(customer);
        stored.Single(f => f.OrderId == first.Id).BaseAmount.Should().Be(Known.Eur(before));
        stored.Single(f => f.OrderId == second.Id).BaseAmount.Should().Be(Known.Eur(at));
        stored.Single(f => f.OrderId == own.Id).BaseAmount.Should().Be(Known.Eur(4.99m));
        stored.Single(f => f.Kind == PurchaseKind.Return).BaseAmount.Should().Be(Known.Eur(-before / 2));
        (await later.Orders.FindAsync(first.Id))!.BaseTotal.Should().Be(Known.Eur(before));
    }

    [SkippableFact]
    [Trait("Check", "OR-01")]
    public async Task Stock_OfOrdersAtTheSameTime_LastPieceGoesToExactlyOne()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30);
        var customer = await work.RegisterAsync();
        (await work.Get<Stockroom>().KeepAsync("kettle", 1)).Errors.Should().BeEmpty();
        await work.SaveAsync();

        var outcomes = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Tries).Select(_ => Task.Run(async () =>
        {
            var process = await OpenAsync<SpecificationContext>(host.ConnectionString);
            await using var mine = process.Work();
            var placed = await mine.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]));
            var saved = placed.Succeeded ? await mine.UnitOfWork.SaveAsync() : placed.WithoutValue();
            outcomes.Add(saved.Succeeded ? "placed" : saved.Errors.Single().Code);
            (await mine.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue("what was refused is let go of");
        })));

        outcomes.Count(o => o == "placed").Should().Be(1);
        outcomes.Where(o => o != "placed").Should().OnlyContain(o => o == "VersionConflict" || o == "StockExhausted");
        await using var check = host.Work();
        (await check.Context.Set<Order>().CountAsync()).Should().Be(1);
        (await check.Context.Set<PurchaseFact>().CountAsync()).Should().Be(1);
        var stock = (await check.Get<Stockroom>().FindAsync("kettle"))!;
        (stock.OnHand, stock.Reserved).Should().Be((1m, 1m));
        (await check.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Errors.Single().Code.Should().Be("StockExhausted");
    }

    [SkippableFact]
    [Trait("Check", "OR-01")]
    public async Task Stock_OvertakenAtDelivery_LeavesNothingHalfWritten()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30);
        var customer = await work.RegisterAsync();
        (await work.Get<Stockroom>().KeepAsync("kettle", 5)).Errors.Should().BeEmpty();
        (await work.Get<Stockroom>().KeepAsync("gone", 5)).Errors.Single().Code.Should().Be("ProductUnknown");
        (await work.Get<Stockroom>().ReceiveAsync("cup", 5)).Errors.Single().Code.Should().Be("StockNotKept");
        await work.SaveAsync();
        var id = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 3)]))).Value.Id;
        await work.SaveAsync();
        (await work.Get<Stockroom>().CorrectAsync("kettle", 2)).Errors.Single().Code.Should().Be("StockBelowReserved");

        await using var one = host.Work();
        await using var other = host.Work();
        (await one.Orders.DeliverAsync(id, [new(1, 1)])).Errors.Should().BeEmpty();
        (await other.Get<Stockroom>().ReceiveAsync("kettle", 4, "Supplier")).Errors.Should().BeEmpty();
        await other.SaveAsync();
        (await one.UnitOfWork.SaveAsync()).Errors.Select(e => e.Code).Should().OnlyContain(c => c == "VersionConflict");
        await one.SaveAsync();

        await using var after = host.Work();
        (await after.Orders.FindAsync(id))!.Status.Should().Be(OrderStatus.Placed);
        (await after.Orders.CancelAsync(id)).Errors.Should().BeEmpty();
        await after.SaveAsync();
        await using var check = host.Work();
        var stock = (await check.Get<Stockroom>().ListAsync()).Single();
        (stock.OnHand, stock.Reserved, stock.Available).Should().Be((9m, 0m, 9m));
        (await check.Orders.FindAsync(id))!.StockMoves.OrderBy(m => m.Ordinal).Select(m => (m.Move, m.Quantity)).Should().Equal((StockMove.Reserve, 3m), (StockMove.Release, 3m));
    }

    [SkippableFact]
    [Trait("Check", "OR-02")]
    public async Task Place_UnderOneKeyAtTheSameTime_IsOneOrder()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30);
        var customer = await work.RegisterAsync();
        var asked = new NewOrder(customer, [new NewOrderLine("kettle", 1)]) { ExternalId = "web:1" };
        await using var one = host.Work();
        await using var other = host.Work();
        (await one.Orders.PlaceAsync(asked)).Errors.Should().BeEmpty();
        (await other.Orders.PlaceAsync(asked)).Errors.Should().BeEmpty();
        await one.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");

        await using var again = host.Work();
        (await again.Orders.PlaceAsync(asked)).Succeeded.Should().BeTrue();
        (await again.Orders.PlaceAsync(asked with { Lines = [new NewOrderLine("kettle", 2)] })).Errors.Single().Code.Should().Be("OrderKeyReused");
        (await again.Context.Set<Order>().CountAsync()).Should().Be(1);
    }

    private sealed class RateOfTheDay : IExchangeRates
    {
        // A hundredth of the day of the month: 100 dollars on the 7th are 7 euros.
        public Task<decimal?> FindAsync(Currency from, Currency to, LocalDate day, CancellationToken cancellationToken) => Task.FromResult<decimal?>(day.Day / 100m);
    }
}
