using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Orders.OrderStatus;

namespace Crm.Domain.Tests.Orders;

[Trait("Check", "OR-03")]
public class OrderMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 6, 1);

    // A return of a hundredth never runs out within one run.
    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Order, OrderStatus>(
        now => Order(now, new PricedLine("KETTLE", "Kettle", 9, new Money(30, Currency.Eur))),
        o => o.Status,
        Placed,
        new("complete", o => o.CanComplete(), (o, now) => o.Complete(now), s => s == Placed ? Completed : null),
        new("cancel", o => o.CanCancel(), (o, now) => o.Cancel(now, s_day), s => s == Placed ? Cancelled : null),
        new("return", o => o.CanReturn(1, 0.01m), (o, now) => o.Return(1, 0.01m, now, s_day), s => s == Cancelled ? null : s),
        new("return too much", o => o.CanReturn(1, 10), (o, now) => o.Return(1, 10, now, s_day), _ => null),
        new("return of no line", o => o.CanReturn(2, 1), (o, now) => o.Return(2, 1, now, s_day), _ => null));

    [Fact]
    public void Place_EveryLine_IsASaleOfTheDay()
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 2, new Money(30, Currency.Eur)) { UnitCost = new Money(12.5m, Currency.Eur) }, new PricedLine(null, "Gift wrap", 1, new Money(1.99m, Currency.Eur)));

        order.Total.Amount.Should().Be(61.99m);
        order.Facts.Select(f => (f.Ordinal, f.LineNumber, f.Kind, f.Quantity, f.Amount.Amount, f.Cost?.Amount, f.PurchasedOn)).Should().Equal(
            (1, 1, PurchaseKind.Sale, 2m, 60m, 25m, s_day),
            (2, 2, PurchaseKind.Sale, 1m, 1.99m, null, s_day));
    }

    [Fact]
    public void Cancel_TakesOutWhatHasNotComeBack()
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 3, new Money(10, Currency.Eur)), new PricedLine("CUP", "Cup", 1, new Money(5, Currency.Eur)));
        order.Return(1, 3, s_now, s_day);

        order.Cancel(s_now, s_day.PlusDays(1));

        order.Facts.Skip(2).Select(f => (f.Kind, f.LineNumber, f.Quantity, f.Amount.Amount, f.PurchasedOn)).Should().Equal(
            (PurchaseKind.Return, 1, -3m, -30m, s_day),
            (PurchaseKind.Cancellation, 2, -1m, -5m, s_day.PlusDays(1)));
        order.Facts.Sum(f => f.Amount.Amount).Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2.01)]
    [InlineData(0.00001)]
    public void Return_QuantityThatIsNotThere_IsRefusedAndChangesNothing(decimal quantity)
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 2, new Money(30, Currency.Eur)));

        order.CanReturn(1, quantity).Code.Should().Be("ReturnExceedsOrder");
        FluentActions.Invoking(() => order.Return(1, quantity, s_now, s_day)).Should().Throw<Crm.Domain.Primitives.CrmRuleException>();

        (order.Facts.Count, order.Version, order.Lines[0].Returned).Should().Be((1, 1L, 0m));
    }

    [Fact]
    public void Order_LinesOfTwoCurrenciesOrBadQuantities_AreRefused()
    {
        var euro = new PricedLine("KETTLE", "Kettle", 1, new Money(30, Currency.Eur));

        FluentActions.Invoking(() => Order(s_now, euro, euro with { UnitPrice = new Money(30, Currency.Usd) })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Order(s_now, euro with { Quantity = 0 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Order(s_now, euro with { Quantity = 0.00001m })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Order(s_now, euro with { UnitPrice = new Money(-1, Currency.Eur) })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Order(s_now)).Should().Throw<ArgumentException>();
    }

    private static Order Order(Instant now, params PricedLine[] lines) =>
        new(OrderId.New(now), OrderNumber.From(1), CustomerId.New(now), lines, now, s_day);
}
