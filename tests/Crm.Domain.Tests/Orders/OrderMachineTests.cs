using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Domain.Orders.OrderStatus;

namespace Crm.Domain.Tests.Orders;

[Trait("Check", "OR-03")]
public class OrderMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 6, 1);

    private static readonly Arbitrary<(int Act, int Line, int Halves)[]> s_runs =
        (from act in Gen.Choose(0, 2)
         from line in Gen.Choose(0, 1)
         from halves in Gen.Choose(1, 5)
         select (act, line, halves)).ArrayOf().ToArbitrary();

    // A hundredth never runs out within one run; what can come back hangs on what was delivered, and has a test of its own.
    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Order, OrderStatus>(
        now => Order(now, new PricedLine("KETTLE", "Kettle", 9, new Money(30, Currency.Eur))),
        o => o.Status,
        Placed,
        new("deliver some", o => o.CanDeliver(Line(1, 0.01m)), (o, now) => o.Deliver(Line(1, 0.01m), "T-1", now), s => s is Placed or PartlyDelivered ? PartlyDelivered : null),
        new("deliver too much", o => o.CanDeliver(Line(1, 9.01m)), (o, now) => o.Deliver(Line(1, 9.01m), null, now), _ => null),
        new("deliver a line twice", o => o.CanDeliver([.. Line(1, 0.01m), .. Line(1, 0.01m)]), (o, now) => o.Deliver([.. Line(1, 0.01m), .. Line(1, 0.01m)], null, now), _ => null),
        new("complete", o => o.CanComplete(), (o, now) => o.Complete(now), s => s is Placed or PartlyDelivered ? Completed : null),
        new("cancel", o => o.CanCancel(), (o, now) => o.Cancel(now, s_day), s => s == Placed ? Cancelled : null),
        new("cancel some", o => o.CanCancelLines(Line(1, 0.01m)), (o, now) => o.CancelLines(Line(1, 0.01m), now, s_day), s => s is Placed or PartlyDelivered ? s : null),
        new(
            "cancel the rest",
            o => o.CanCancelLines(o.OpenLines()),
            (o, now) => o.CancelLines(o.OpenLines(), now, s_day),
            s => s == Placed ? Cancelled : s == PartlyDelivered ? Completed : null),
        new("return too much", o => o.CanReturn(1, 10), (o, now) => o.Return(1, 10, now, s_day), _ => null),
        new("return of no line", o => o.CanReturn(2, 1), (o, now) => o.Return(2, 1, now, s_day), _ => null));

    // The model counts; the facts follow it, line by line, and nothing is ever worth less than nothing.
    [Fact]
    public void RandomQuantities_AreTakenAsTheModelCounts() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_runs, run =>
        {
            var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 7, new Money(0.333m, Currency.Eur)) { UnitCost = new Money(0.1111m, Currency.Eur) }, new PricedLine("CUP", "Cup", 3, new Money(4.99m, Currency.Eur)));
            var (ordered, delivered, cancelled, returned) = (new[] { 7m, 3m }, new decimal[2], new decimal[2], new decimal[2]);
            foreach (var (act, index, halves) in run)
            {
                var quantity = halves / 2m;
                var open = ordered[index] - delivered[index] - cancelled[index];
                var isOver = cancelled.Sum() == 10;
                var (isPermitted, ruling, perform) = act switch
                {
                    0 => (open >= quantity, order.CanDeliver(Line(index + 1, quantity)), () => { order.Deliver(Line(index + 1, quantity), null, s_now); delivered[index] += quantity; }),
                    1 => (open >= quantity, order.CanCancelLines(Line(index + 1, quantity)), () => { order.CancelLines(Line(index + 1, quantity), s_now, s_day); cancelled[index] += quantity; }),
                    _ => (!isOver && delivered[index] - returned[index] >= quantity, order.CanReturn(index + 1, quantity), (Action)(() => { order.Return(index + 1, quantity, s_now, s_day); returned[index] += quantity; })),
                };
                ruling.IsPermitted.Should().Be(isPermitted);
                if (isPermitted)
                {
                    perform();
                }

                for (var i = 0; i < 2; i++)
                {
                    var (line, facts) = (order.Lines[i], order.Facts.Where(f => f.LineNumber == i + 1).ToList());
                    (line.Delivered, line.Cancelled, line.Returned).Should().Be((delivered[i], cancelled[i], returned[i]));
                    var left = ordered[i] - cancelled[i] - returned[i];
                    facts.Sum(f => f.Quantity).Should().Be(left);
                    facts.Sum(f => f.Amount.Amount).Should().Be(decimal.Round(line.Total.Amount * left / ordered[i], 2));
                }

                order.Status.Should().Be(
                    ordered.Sum() - delivered.Sum() - cancelled.Sum() > 0 ? delivered.Sum() > 0 ? PartlyDelivered : Placed : delivered.Sum() > 0 ? Completed : Cancelled);
            }
        }));

    [Fact]
    public void Deliver_InParts_IsKeptAsDeliveriesWithTheirLines()
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 3, new Money(10, Currency.Eur)), new PricedLine("CUP", "Cup", 2, new Money(5, Currency.Eur)));

        order.Deliver([new(1, 2), new(2, 1)], "T-1", s_now);
        order.Deliver([new(1, 1)], null, s_now);
        order.Complete(s_now);

        order.Deliveries.Select(d => (d.Delivery, d.LineNumber, d.Quantity, d.Reference)).Should().Equal((1, 1, 2m, "T-1"), (1, 2, 1m, "T-1"), (2, 1, 1m, null), (3, 2, 1m, null));
        order.Status.Should().Be(Completed);
        order.CanDeliver([new(1, 1)]).Code.Should().Be("OrderTransitionNotAllowed");
        FluentActions.Invoking(() => Order(s_now, new PricedLine("CUP", "Cup", 1, new Money(5, Currency.Eur))).Deliver([], null, s_now)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Return_OfWhatWasNotDelivered_IsRefused()
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 3, new Money(10, Currency.Eur)));
        order.Deliver([new(1, 2)], null, s_now);

        order.CanReturn(1, 2.5m).Code.Should().Be("ReturnExceedsOrder");
        order.Return(1, 2, s_now, s_day);
        order.CanReturn(1, 0.5m).Code.Should().Be("ReturnExceedsOrder");
        (order.Status, order.Lines[0].Open).Should().Be((PartlyDelivered, 1m));
    }

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
        order.Deliver([new(1, 3)], null, s_now);
        order.Return(1, 3, s_now, s_day);

        order.CanCancel().Code.Should().Be("OrderTransitionNotAllowed", "something was delivered");
        order.CancelLines(order.OpenLines(), s_now, s_day.PlusDays(1));

        order.Facts.Skip(2).Select(f => (f.Kind, f.LineNumber, f.Quantity, f.Amount.Amount, f.PurchasedOn)).Should().Equal(
            (PurchaseKind.Return, 1, -3m, -30m, s_day),
            (PurchaseKind.Cancellation, 2, -1m, -5m, s_day.PlusDays(1)));
        order.Facts.Sum(f => f.Amount.Amount).Should().Be(0);
        order.Status.Should().Be(Completed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2.01)]
    [InlineData(0.00001)]
    public void Return_QuantityThatIsNotThere_IsRefusedAndChangesNothing(decimal quantity)
    {
        var order = Order(s_now, new PricedLine("KETTLE", "Kettle", 2, new Money(30, Currency.Eur)));
        order.Complete(s_now);

        order.CanReturn(1, quantity).Code.Should().Be("ReturnExceedsOrder");
        FluentActions.Invoking(() => order.Return(1, quantity, s_now, s_day)).Should().Throw<Crm.Domain.Primitives.CrmRuleException>();

        (order.Facts.Count, order.Version, order.Lines[0].Returned).Should().Be((1, 2L, 0m));
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

    private static OrderLineQuantity[] Line(int number, decimal quantity) => [new(number, quantity)];
}
