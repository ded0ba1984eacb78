using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

public sealed partial class Order
{
    /// <summary>Whether the order can be cancelled as a whole.</summary>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c> once something was delivered.</returns>
    public CrmRuling CanCancel() => Status == OrderStatus.Placed ? CrmRuling.Permitted : NotAllowed(OrderStatus.Cancelled);

    /// <summary>Cancels an order of which nothing was delivered: all that is left is taken out by negative facts.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="on">The same moment's day in the business's own time zone.</param>
    /// <exception cref="CrmRuleException">Something was delivered, or it was cancelled before.</exception>
    public void Cancel(Instant now, LocalDate on)
    {
        CanCancel().Demand();
        foreach (var (number, quantity) in OpenLines())
        {
            TakeOut(LineOf(number)!, PurchaseKind.Cancellation, quantity, now, on);
        }

        Status = OrderStatus.Cancelled;
        Raise(new OrderCancelled(Id, Number, CustomerId, now));
    }

    /// <summary>Whether quantities that were not delivered can be cancelled.</summary>
    /// <param name="lines">The lines, each once, with how much of them.</param>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c> or <c>CancellationExceedsOrder</c>.</returns>
    public CrmRuling CanCancelLines(IReadOnlyList<OrderLineQuantity> lines) =>
        CanTake(lines, OrderStatus.Cancelled, (e, line) => e.CancellationExceedsOrder(Number.Value, line.Number, line.Open));

    /// <summary>Cancels quantities that were not delivered: negative facts. An order with nothing open is completed, or cancelled where nothing was delivered.</summary>
    /// <param name="lines">The lines, each once, with how much of them; at least one.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="on">The same moment's day in the business's own time zone.</param>
    /// <exception cref="ArgumentException">There is no line.</exception>
    /// <exception cref="CrmRuleException">Nothing is open, or not so much.</exception>
    public void CancelLines(IReadOnlyList<OrderLineQuantity> lines, Instant now, LocalDate on)
    {
        CanCancelLines(lines).Demand();
        var amount = lines.Aggregate(Money.Zero(Total.Currency), (sum, l) => sum + TakeOut(LineOf(l.LineNumber)!, PurchaseKind.Cancellation, l.Quantity, now, on));
        Settle();
        Raise(new OrderLinesCancelled(Id, Number, CustomerId, Status, amount, now));
    }

    /// <summary>Whether a quantity of a line can come back.</summary>
    /// <param name="lineNumber">The line.</param>
    /// <param name="quantity">How much.</param>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c> or <c>ReturnExceedsOrder</c>.</returns>
    public CrmRuling CanReturn(int lineNumber, decimal quantity)
    {
        if (Status == OrderStatus.Cancelled)
        {
            return CrmRuling.Refused(e => e.OrderTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(PurchaseKind.Return)));
        }

        if (LineOf(lineNumber) is not { } line)
        {
            return CrmRuling.Refused(e => e.OrderLineNotFound(Number.Value, lineNumber));
        }

        return quantity <= 0 || quantity > line.Returnable || decimal.Round(quantity, 4) != quantity
            ? CrmRuling.Refused(e => e.ReturnExceedsOrder(Number.Value, lineNumber, line.Returnable))
            : CrmRuling.Permitted;
    }

    /// <summary>
    /// Takes delivered goods back: a negative fact. What a line's returns and cancellations are worth together is the rounded share
    /// of its total, so that they never exceed the sale and a line taken back whole nets to zero.
    /// </summary>
    /// <param name="lineNumber">The line.</param>
    /// <param name="quantity">How much; above zero, not more than was delivered and has not come back.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="on">The same moment's day in the business's own time zone.</param>
    /// <exception cref="CrmRuleException">The order is cancelled, or has no such line or quantity left.</exception>
    public void Return(int lineNumber, decimal quantity, Instant now, LocalDate on)
    {
        CanReturn(lineNumber, quantity).Demand();
        var amount = TakeOut(LineOf(lineNumber)!, PurchaseKind.Return, quantity, now, on);
        Raise(new OrderReturned(Id, Number, CustomerId, lineNumber, quantity, amount, now));
    }

    // Each of amount, cost and base amount loses what exceeds the share of the quantity that stays.
    private Money TakeOut(OrderLine line, PurchaseKind kind, decimal quantity, Instant now, LocalDate on)
    {
        if (kind == PurchaseKind.Return)
        {
            line.Returned += quantity;
        }
        else
        {
            line.Cancelled += quantity;
        }

        var facts = _facts.FindAll(f => f.LineNumber == line.Number);
        var amount = Lost(line, facts, f => f.Amount, line.Total.Currency.MinorUnits ?? Money.MaxDecimals)!;
        var cost = Lost(line, facts, f => f.Cost, Money.MaxDecimals);
        var own = Lost(line, facts, f => f.BaseAmount, BaseTotal?.Currency.MinorUnits ?? Money.MaxDecimals);
        AddFact(line, kind, -quantity, -amount, cost is null ? null : -cost, own is null ? null : -own, on, now);
        return amount;
    }

    private static Money? Lost(OrderLine line, List<PurchaseFact> facts, Func<PurchaseFact, Money?> value, int decimals)
    {
        if (value(facts.Find(f => f.Kind == PurchaseKind.Sale)!) is not { } whole)
        {
            return null;
        }

        var left = facts.Sum(f => value(f)?.Amount ?? 0);
        var share = decimal.Round(whole.Amount * (line.Quantity - line.Returned - line.Cancelled) / line.Quantity, decimals);
        return new Money(left - decimal.Min(share, left), whole.Currency);
    }

    private CrmRuling NotAllowed(OrderStatus next) =>
        CrmRuling.Refused(e => e.OrderTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));
}
