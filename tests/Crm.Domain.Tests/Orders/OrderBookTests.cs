using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Orders;

public class OrderBookTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Place_PricesAndNamesComeFromTheCatalogueUnlessGiven()
    {
        var order = (await _shop.Orders.PlaceAsync(new NewOrder(_shop.Customer(), [
            new NewOrderLine("KETTLE", 2),
            new NewOrderLine("CUP", 1) { UnitPrice = new Money(1, Currency.Eur), Description = "Cup, chipped" },
        ]) { ExternalId = "till:1" })).Value;

        _shop.Placed.Should().Equal(order);
        order.Total.Should().Be(new Money(61, Currency.Eur));
        order.Lines.Select(l => (l.Sku, l.Description, l.Total.Amount, l.UnitCost?.Amount)).Should().Equal(
            ("KETTLE", "Kettle", 60m, 12.5m), ("CUP", "Cup, chipped", 1m, null));
        (order.ExternalId, order.Status, order.PlacedAt).Should().Be(("till:1", OrderStatus.Placed, _shop.Clock.Now));
    }

    [Fact]
    public async Task Place_LateInTheEvening_IsBookedOnTheBusinesssOwnDay()
    {
        _shop.Clock.Now = Instant.FromUtc(2026, 6, 1, 22, 30);

        (await OrderAsync()).PurchasedOn.Should().Be(new LocalDate(2026, 6, 2), "it is half past midnight in Rome");
    }

    [Fact]
    public async Task Place_BadInput_IsACodedErrorAndKeepsNothing()
    {
        var customer = _shop.Customer();
        NewOrderLine kettle = new("KETTLE", 1);

        await Refused("CustomerNotFound", new NewOrder(CustomerId.New(_shop.Clock.Now), [kettle]));
        await Refused("ProductUnknown", new NewOrder(customer, [kettle, new NewOrderLine("TEAPOT", 1)]));
        await Refused("InvalidValue", new NewOrder(customer, []));
        await Refused("InvalidValue", new NewOrder(customer, [kettle with { Quantity = 0 }]));
        await Refused("InvalidValue", new NewOrder(customer, [kettle with { Quantity = decimal.MaxValue }]));
        await Refused("InvalidValue", new NewOrder(customer, [kettle with { Sku = " " }]));
        await Refused("InvalidValue", new NewOrder(customer, [kettle, kettle with { UnitPrice = new Money(1, Currency.Usd) }]));
        await Refused("InvalidValue", new NewOrder(customer, [kettle with { Quantity = 900_000_000_000_000, UnitPrice = new Money(900, Currency.Eur) }]));
        await Refused("InvalidValue", new NewOrder(customer, [kettle]) { PlacedAt = _shop.Clock.Now + Duration.FromSeconds(1) });
        await Refused("ActNotAllowed", new NewOrder(customer, [kettle]), _shop.As(Actor.PortalCustomer("anna", [customer.ToSubject()])));

        async Task Refused(string code, NewOrder order, Shop? shop = null)
        {
            (await (shop ?? _shop).Orders.PlaceAsync(order)).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Placed.Should().BeEmpty();
        }
    }

    [Fact]
    [Trait("Check", "OR-03")]
    public async Task ReturnsAndCancellation_NetOutInTheHistory()
    {
        var returned = await OrderAsync();
        var cancelled = (await _shop.Orders.PlaceAsync(new NewOrder(returned.CustomerId, [new NewOrderLine("CUP", 3)]))).Value;
        (await _shop.Orders.CompleteAsync(returned.Id, returned.Version)).WithoutValue().ThrowIfFailed();

        (await _shop.Orders.ReturnAsync(returned.Id, 1, 0.5m)).WithoutValue().ThrowIfFailed();
        (await _shop.Orders.ReturnAsync(returned.Id, 1, 1.5m)).WithoutValue().ThrowIfFailed();
        (await _shop.Orders.CancelAsync(cancelled.Id)).WithoutValue().ThrowIfFailed();

        var history = await _shop.Orders.HistoryAsync(returned.CustomerId);
        history.Should().HaveCount(5);
        history.GroupBy(f => (f.OrderId, f.LineNumber)).Should().OnlyContain(l => l.Sum(f => f.Amount.Amount) == 0 && l.Sum(f => f.Quantity) == 0);
        (await _shop.As(Actor.PortalCustomer("else", [_shop.Customer().ToSubject()])).Orders.HistoryAsync(returned.CustomerId)).Should().BeEmpty();
    }

    [Fact]
    public async Task Act_NotAllowedMissingStaleOrAgainstTheRules_IsRefusedAndChangesNothing()
    {
        var order = await OrderAsync();
        await Refused("ActNotAllowed", _shop.As(Actor.Guest).Orders.CancelAsync(order.Id));
        await Refused("OrderNotFound", _shop.Orders.CompleteAsync(OrderId.New(_shop.Clock.Now)));
        await Refused("VersionConflict", _shop.Orders.CompleteAsync(order.Id, order.Version + 1));
        await Refused("VersionConflict", _shop.Orders.ReturnAsync(order.Id, 1, 1, order.Version - 1));
        await Refused("OrderLineNotFound", _shop.Orders.ReturnAsync(order.Id, 2, 1));
        await Refused("ReturnExceedsOrder", _shop.Orders.ReturnAsync(order.Id, 1, 2.5m));
        order.Complete(_shop.Clock.Now);
        await Refused("OrderTransitionNotAllowed", _shop.Orders.CancelAsync(order.Id));
        await Refused("OrderTransitionNotAllowed", _shop.Orders.CompleteAsync(order.Id));

        async Task Refused(string code, Task<CrmResult<Order>> act)
        {
            (await act).Errors.Select(e => e.Code).Should().Equal(code);
            order.Facts.Should().ContainSingle().Which.Kind.Should().Be(PurchaseKind.Sale);
        }
    }

    private async Task<Order> OrderAsync() =>
        (await _shop.Orders.PlaceAsync(new NewOrder(_shop.Customer(), [new NewOrderLine("KETTLE", 2)]))).Value;
}
