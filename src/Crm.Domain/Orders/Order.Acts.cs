using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

public sealed partial class Order
{
    /// <summary>Whether the order can be completed.</summary>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>.</returns>
    public CrmRuling CanComplete() => Status == OrderStatus.Placed ? CrmRuling.Permitted : NotAllowed(OrderStatus.Completed);

    /// <summary>Delivers the order.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It was delivered or cancelled before.</exception>
    public void Complete(Instant now)
    {
        CanComplete().Demand();
        Status = OrderStatus.Completed;
        Raise(new OrderCompleted(Id, Number, CustomerId, now));
    }

    /// <summary>Whether the order can be cancelled.</summary>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>.</returns>
    public CrmRuling CanCancel() => Status == OrderStatus.Placed ? CrmRuling.Permitted : NotAllowed(OrderStatus.Cancelled);

    /// <summary>Cancels the order: what has not come back yet is taken out by negative facts.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="on">The same moment's day in the business's own time zone.</param>
    /// <exception cref="CrmRuleException">It was delivered or cancelled before.</exception>
    public void Cancel(Instant now, LocalDate on)
    {
        CanCancel().Demand();
        Status = OrderStatus.Cancelled;
        foreach (var line in _lines.Where(l => l.Returnable > 0))
        {
            var (amount, cost) = Remaining(line);
            AddFact(line, PurchaseKind.Cancellation, -line.Returnable, -amount, cost is null ? null : -cost, on, now);
        }

        Raise(new OrderCancelled(Id, Number, CustomerId, now));
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

        if (_lines.Find(l => l.Number == lineNumber) is not { } line)
        {
            return CrmRuling.Refused(e => e.OrderLineNotFound(Number.Value, lineNumber));
        }

        return quantity <= 0 || quantity > line.Returnable || decimal.Round(quantity, 4) != quantity
            ? CrmRuling.Refused(e => e.ReturnExceedsOrder(Number.Value, lineNumber, line.Returnable))
            : CrmRuling.Permitted;
    }

    /// <summary>
    /// Takes goods back: a negative fact. What a line's returns are worth together is the rounded share of its total, so that
    /// several returns never exceed the sale and a line returned whole nets to zero.
    /// </summary>
    /// <param name="lineNumber">The line.</param>
    /// <param name="quantity">How much; above zero, not more than is left.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="on">The same moment's day in the business's own time zone.</param>
    /// <exception cref="CrmRuleException">The order is cancelled, or has no such line or quantity left.</exception>
    public void Return(int lineNumber, decimal quantity, Instant now, LocalDate on)
    {
        CanReturn(lineNumber, quantity).Demand();
        var line = _lines.Find(l => l.Number == lineNumber)!;
        line.Returned += quantity;
        var (amount, cost) = Remaining(line);
        amount -= Kept(line, line.Total, amount, line.Total.Currency.MinorUnits ?? Money.MaxDecimals);
        if (cost is not null)
        {
            cost -= Kept(line, SaleOf(line).Cost!, cost, Money.MaxDecimals);
        }

        AddFact(line, PurchaseKind.Return, -quantity, -amount, cost is null ? null : -cost, on, now);
        Raise(new OrderReturned(Id, Number, CustomerId, lineNumber, quantity, amount, now));
    }

    // The share of what did not come back, and never more than is there.
    private static Money Kept(OrderLine line, Money whole, Money left, int decimals)
    {
        var share = decimal.Round(whole.Amount * line.Returnable / line.Quantity, decimals);
        return new Money(decimal.Min(share, left.Amount), whole.Currency);
    }

    private PurchaseFact SaleOf(OrderLine line) => _facts.Find(f => f.LineNumber == line.Number && f.Kind == PurchaseKind.Sale)!;

    private (Money Amount, Money? Cost) Remaining(OrderLine line)
    {
        var facts = _facts.FindAll(f => f.LineNumber == line.Number);
        var amount = facts.Aggregate(Money.Zero(line.Total.Currency), (sum, f) => sum + f.Amount);
        return (amount, SaleOf(line).Cost is { } cost ? facts.Aggregate(Money.Zero(cost.Currency), (sum, f) => sum + f.Cost!) : null);
    }

    private CrmRuling NotAllowed(OrderStatus next) =>
        CrmRuling.Refused(e => e.OrderTransitionNotAllowed(Number.Value, e.NameOf(Status), e.NameOf(next)));
}
