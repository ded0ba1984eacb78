using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Orders;

[Trait("Check", "OR-01")]
public class StockItemTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly OrderId s_order = OrderId.New(s_now);

    private static readonly Arbitrary<(int Act, int Quantity)[]> s_runs =
        (from act in Gen.Choose(0, 4) from quantity in Gen.Choose(1, 6) select (act, quantity)).ArrayOf().ToArbitrary();

    [Fact]
    public void RandomMovements_AreTakenAsTheModelCountsAndNeverGoBelowZero() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(s_runs, run =>
        {
            var item = new StockItem(StockItemId.New(s_now), "KETTLE", 5, s_now);
            var (onHand, reserved) = (5m, 0m);
            foreach (var (act, quantity) in run)
            {
                var may = act switch
                {
                    0 => item.CanMove(StockMove.Reserve, quantity),
                    1 => item.CanMove(StockMove.Release, quantity),
                    2 => item.CanMove(StockMove.Issue, quantity),
                    3 => CrmRuling.Permitted,
                    _ => item.CanCorrect(quantity),
                };
                may.IsPermitted.Should().Be(act switch { 0 => quantity <= onHand - reserved, 1 or 2 => quantity <= reserved, 3 => true, _ => quantity >= reserved });
                Action perform = act switch
                {
                    0 => () => item.Move(StockMove.Reserve, s_order, quantity, s_now),
                    1 => () => item.Move(StockMove.Release, s_order, quantity, s_now),
                    2 => () => item.Move(StockMove.Issue, s_order, quantity, s_now),
                    3 => () => item.Receive(quantity, "Delivery", s_now),
                    _ => () => item.Correct(quantity, "Counted", s_now),
                };
                if (!may.IsPermitted)
                {
                    perform.Should().Throw<CrmRuleException>();
                    continue;
                }

                perform();
                (onHand, reserved) = act switch
                {
                    0 => (onHand, reserved + quantity),
                    1 => (onHand, reserved - quantity),
                    2 => (onHand - quantity, reserved - quantity),
                    3 => (onHand + quantity, reserved),
                    _ => (quantity, reserved),
                };
                (item.OnHand, item.Reserved, item.Available).Should().Be((onHand, reserved, onHand - reserved));
                item.Available.Should().BeGreaterThanOrEqualTo(0);
            }
        }));

    [Theory]
    [InlineData(-1)]
    [InlineData(0.00001)]
    public void Stock_BadQuantities_AreRefused(decimal quantity)
    {
        var item = new StockItem(StockItemId.New(s_now), "KETTLE", 5, s_now);

        FluentActions.Invoking(() => new StockItem(StockItemId.New(s_now), "KETTLE", quantity, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => item.Receive(quantity, null, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => item.Correct(quantity, null, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => item.Move(StockMove.Reserve, s_order, quantity, s_now)).Should().Throw<ArgumentException>();
    }
}
