using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Issues;

/// <summary>Each part of a line that came back was rounded by itself, so that ten tenths of five cents were worth ten cents.</summary>
[Trait("Check", "OR-03")]
public class ReturnRoundingTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly LocalDate s_day = new(2026, 6, 1);

    private static readonly Arbitrary<(int Cents, int Quantity, int[] Parts)> s_returns =
        (from cents in Gen.Choose(0, 400)
         from quantity in Gen.Choose(1, 60)
         from parts in Gen.Choose(1, 7).NonEmptyListOf()
         select (cents, quantity, parts.ToArray())).ToArbitrary();

    [Fact]
    public void Return_TenTimesATenthOfFiveCents_IsWorthFiveCents()
    {
        var order = Sold(0.005m, 10);
        order.Complete(s_now);

        for (var i = 0; i < 10; i++)
        {
            order.Return(1, 1, s_now, s_day);
        }

        order.Facts.Where(f => f.Kind == PurchaseKind.Return).Should().OnlyContain(f => f.Amount.Amount <= 0);
        order.Facts.Sum(f => f.Amount.Amount).Should().Be(0);
    }

    [Fact]
    public void Return_InAnyParts_NeverExceedsTheSaleAndNetsToZeroWhenAllIsBack() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(s_returns, sold =>
        {
            var order = Sold(sold.Cents / 1000m, sold.Quantity);
            order.Complete(s_now);
            foreach (var part in sold.Parts)
            {
                if (order.CanReturn(1, part))
                {
                    order.Return(1, part, s_now, s_day);
                }
            }

            var partly = Nets(order);
            var back = order.Facts.Where(f => f.Kind == PurchaseKind.Return).ToList();
            if (order.Lines[0].Returnable > 0)
            {
                order.Return(1, order.Lines[0].Returnable, s_now, s_day);
            }

            return partly.Amount >= 0 && partly.Cost >= 0
                && back.TrueForAll(f => f.Amount.Amount <= 0 && f.Cost!.Amount <= 0)
                && Nets(order) == (0, 0, 0);
        }));

    [Fact]
    public void Cancel_AfterReturns_NetsToZero()
    {
        var order = Sold(0.333m, 7);
        order.Deliver([new OrderLineQuantity(1, 5)], null, s_now);
        order.Return(1, 2, s_now, s_day);
        order.Return(1, 3, s_now, s_day);

        order.CancelLines(order.OpenLines(), s_now, s_day);

        Nets(order).Should().Be((0m, 0m, 0m));
    }

    private static (decimal Quantity, decimal Amount, decimal Cost) Nets(Order order) =>
        (order.Facts.Sum(f => f.Quantity), order.Facts.Sum(f => f.Amount.Amount), order.Facts.Sum(f => f.Cost!.Amount));

    private static Order Sold(decimal price, decimal quantity) => new(
        OrderId.New(s_now),
        OrderNumber.From(1),
        CustomerId.New(s_now),
        [new PricedLine("SKU", "Part", quantity, new Money(price, Currency.Eur)) { UnitCost = new Money(0.0033m, Currency.Eur) }],
        s_now,
        s_day);
}
