using System.Collections.Concurrent;
using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>A customer orders in the portal by every rule that holds for orders that staff takes, with no member of staff present.</summary>
[Trait("Check", "PO-03")]
public abstract class PortalOrdersSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-08")]
    public async Task Order_AtTheCustomersOwnPrices_IsPlacedOnceAndCancelledByTheCustomer()
    {
        var host = await HostAsync();
        PortalRecords anna, bob;
        await using (var work = host.Work())
        {
            (anna, bob) = (await PortalRecords.TellAsync(work), await PortalRecords.TellAsync(work, "Bob"));
            (await work.Get<PriceBook>().AgreeAsync(anna.Customer, new AgreedPrice("kettle", Known.Eur(25)))).WithoutValue().ThrowIfFailed();
            (await work.Get<Stockroom>().KeepAsync("kettle", 5)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        OrderId id;
        await using (var portal = PortalRecords.Portal(host, anna.Customer))
        {
            var door = portal.Get<PortalOrders>();
            PortalOrder order = new(anna.Customer, [new("kettle", 2), new("tea", 1)]) { Key = "basket-1" };
            var price = (await door.PriceAsync(order)).Value;
            (price.Total, price.Lines[0].UnitPrice).Should().Be((Known.Eur(60), Known.Eur(25)));
            id = (await door.PlaceAsync(order)).Value;
            await portal.SaveAsync();
            (await door.PlaceAsync(order)).Value.Should().Be(id, "a repetition is the same order");
            (await door.PlaceAsync(order with { Lines = [new("tea", 9)] })).Errors.Single().Code.Should().Be("OrderKeyReused");
            var read = (await door.FindAsync(id))!;
            (read.Total, read.CanCancel, read.Status, read.Lines.Count).Should().Be((Known.Eur(60), true, OrderStatus.Placed, 2));
            (await door.ListAsync(anna.Customer)).Select(o => o.Id).Should().Contain(id);
            (await door.PlaceAsync(new(anna.Customer, [new("kettle", 4)]))).Errors.Single().Code.Should().Be("StockExhausted");
            (await door.PlaceAsync(new(anna.Customer, [new("nothing", 1)]))).Errors.Single().Code.Should().Be("ProductUnknown");
            (await door.PlaceAsync(new(anna.Customer, []))).Errors.Single().Code.Should().Be("InvalidValue");
            (await door.PlaceAsync(new(anna.Customer, [new("kettle", -1)]))).Errors.Single().Code.Should().Be("InvalidValue");
            (await door.PlaceAsync(new(anna.Customer, [new("tea", 1)]) { Currency = Currency.Usd })).Errors.Single().Code.Should().Be("PriceNotFound");
        }

        await using (var other = host.Work(new CrmScope(PortalRecords.Account(bob.Customer, "account-bob"))))
        {
            var mine = (await other.Get<PortalOrders>().PlaceAsync(new(bob.Customer, [new("tea", 1)]) { Key = "basket-1" })).Value;
            mine.Should().NotBe(id, "names of orders of different customers never meet");
            await other.SaveAsync();
        }

        await using (var portal = PortalRecords.Portal(host, anna.Customer))
        {
            (await portal.Get<PortalOrders>().CancelAsync(id)).Value.Should().Be(id);
            await portal.SaveAsync();
            (await portal.Get<PortalOrders>().CancelAsync(id)).Errors.Single().Code.Should().Be("OrderTransitionNotAllowed");
        }

        await using var check = host.Work();
        (await check.Get<Stockroom>().FindAsync("kettle"))!.Available.Should().Be(5, "what was reserved is available again");
        (await check.Get<AuditTrail>().HistoryAsync(new SubjectReference(SubjectKinds.Order, id.Value))).Value.Items.Should().HaveCount(2).And.OnlyContain(s => s.ActorKind == ActorKind.PortalCustomer);
        (await check.Orders.CompleteAsync(anna.Order)).WithoutValue().ThrowIfFailed();
        await check.SaveAsync();
        await using var late = PortalRecords.Portal(host, anna.Customer);
        (await late.Get<PortalOrders>().FindAsync(anna.Order))!.CanCancel.Should().BeFalse();
        (await late.Get<PortalOrders>().CancelAsync(anna.Order)).Errors.Single().Code.Should().Be("OrderTransitionNotAllowed", "it was delivered");
    }

    [SkippableFact]
    public async Task Reorder_TakesTodaysPrices_AndNamesWhatIsGone()
    {
        var host = await HostAsync();
        PortalRecords anna;
        OrderId old, gone, bundled, changed;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
            await work.AddProductAsync("cup", 5);
            await work.AddProductAsync("set", 40);
            await work.AddProductAsync("box", 12);
            (await work.Get<Products>().ComposeAsync("set", [new("kettle", 1), new("cup", 4)])).WithoutValue().ThrowIfFailed();
            (await work.Get<Products>().ComposeAsync("box", [new("cup", 2), new("tea", 1)])).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
            var settled = work.Get<ISettledOrders>();
            old = (await settled.PlaceAsync(anna.Customer, [new("kettle", "Kettle", 1, Known.Eur(99)), new("retired", "Retired", 1, Known.Eur(1)), new(null, "Handwork", 1, Known.Eur(1))], "old", default)).Value;
            gone = (await settled.PlaceAsync(anna.Customer, [new("retired", "Retired", 1, Known.Eur(1))], "gone", default)).Value;
            bundled = (await work.Orders.PlaceAsync(new NewOrder(anna.Customer, [new NewOrderLine("set", 3), new NewOrderLine("cup", 1)]))).Value.Id;
            changed = (await work.Orders.PlaceAsync(new NewOrder(anna.Customer, [new NewOrderLine("box", 1)]))).Value.Id;
            await work.SaveAsync();
            (await work.Get<Products>().ComposeAsync("box", [new("cup", 3), new("tea", 1)])).WithoutValue().ThrowIfFailed();
            (await work.Get<Products>().RepriceAsync("kettle", Known.Eur(33))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var door = portal.Get<PortalOrders>();
        (await door.ReorderAsync(old)).Errors.Select(e => e.Code + " " + e.Message).Should().HaveCount(2).And.Contain(e => e.Contains("retired")).And.Contain(e => e.Contains("Handwork")).And.OnlyContain(e => e.StartsWith("ProductUnknown"));
        (await door.ReorderAsync(gone, leavesOutWhatIsGone: true)).Errors.Single().Code.Should().Be("ProductUnknown", "nothing would remain");
        (await door.ReorderAsync(changed)).Errors.Single().Message.Should().Contain("box", "it is made of something else now");
        var again = (await door.ReorderAsync(old, leavesOutWhatIsGone: true, key: "again")).Value;
        await portal.SaveAsync();
        again.LeftOut.Should().Equal("retired", "Handwork");
        (await door.FindAsync(again.OrderId))!.Lines.Should().ContainSingle(l => l.Sku == "kettle" && l.UnitPrice == Known.Eur(33));
        (await door.ReorderAsync(old, leavesOutWhatIsGone: true, key: "again")).Value.OrderId.Should().Be(again.OrderId);
        var set = (await door.ReorderAsync(bundled)).Value;
        await portal.SaveAsync();
        set.LeftOut.Should().BeEmpty();
        var lines = (await door.FindAsync(set.OrderId))!.Lines;
        lines.Select(l => (l.Sku, l.BundleSku, l.Quantity)).Should().BeEquivalentTo([("kettle", "set", 3m), ("cup", "set", 12m), ("cup", (string?)null, 1m)]);
    }

    [SkippableFact]
    public async Task Stock_OfTheLastPiece_GoesToOneOfManyAccounts()
    {
        var host = await HostAsync();
        var customers = new List<CustomerId>();
        await using (var work = host.Work())
        {
            await work.AddProductAsync("last", 10);
            (await work.Get<Stockroom>().KeepAsync("last", 1)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
            for (var i = 0; i < 6; i++)
            {
                customers.Add(await work.RegisterAsync());
            }
        }

        var outcomes = new ConcurrentBag<bool>();
        await Task.WhenAll(customers.Select(customer => Task.Run(async () =>
        {
            await using var portal = host.Work(new CrmScope(PortalRecords.Account(customer, $"account-{customer}")));
            var placed = await portal.Get<PortalOrders>().PlaceAsync(new(customer, [new("last", 1)]));
            outcomes.Add(placed.Succeeded && (await portal.UnitOfWork.SaveAsync()).Succeeded);
        })));
        outcomes.Count(o => o).Should().Be(1);
        await using var check = host.Work();
        (await check.Context.Set<Order>().CountAsync()).Should().Be(1);
        (await check.Get<Stockroom>().FindAsync("last"))!.Available.Should().Be(0);
    }

    [SkippableFact]
    public async Task Subscription_IsEndedForTheNextDayThatItCan()
    {
        var host = await HostAsync();
        PortalRecords anna;
        await using (var work = host.Work())
        {
            anna = await PortalRecords.TellAsync(work);
        }

        await using var portal = PortalRecords.Portal(host, anna.Customer);
        var door = portal.Get<PortalSubscriptions>();
        var before = (await door.FindAsync(anna.Subscription))!;
        (before.EndsWithPeriod, before.Sku, before.UnitPrice).Should().Be((false, "tea", Known.Eur(10)));
        var ended = (await door.EndAsync(anna.Subscription, "Coffee now")).Value;
        await portal.SaveAsync();
        (ended.EndsWithPeriod, ended.NextOn, ended.Status).Should().Be((true, before.NextOn, SubscriptionStatus.Active));
        (await door.EndAsync(anna.Subscription)).Errors.Single().Code.Should().Be("SubscriptionEndsAlready");
        (await door.ListAsync(anna.Customer)).Single().Id.Should().Be(anna.Subscription);
        (await door.FindAsync(anna.SubscriptionNumber)).Should().Be((await door.FindAsync(anna.Subscription))!);
    }
}
