using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

public sealed partial class Order
{
    /// <summary>The longest reference of a delivery.</summary>
    public const int MaxReferenceLength = 100;

    private readonly List<OrderDelivery> _deliveries = [];
    private readonly List<OrderStockMove> _stockMoves = [];

    /// <summary>What was delivered, line by line, in order.</summary>
    public IReadOnlyList<OrderDelivery> Deliveries => _deliveries;

    /// <summary>What its lines did in the stock, where their products are kept in one.</summary>
    public IReadOnlyList<OrderStockMove> StockMoves => _stockMoves;

    /// <summary>Everything that is still to be delivered.</summary>
    /// <returns>The open quantity of every line that has one.</returns>
    public IReadOnlyList<OrderLineQuantity> OpenLines() => [.. _lines.Where(l => l.Open > 0).Select(l => new OrderLineQuantity(l.Number, l.Open))];

    /// <summary>Whether quantities can be delivered.</summary>
    /// <param name="lines">The lines, each once, with how much of them.</param>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c> or <c>DeliveryExceedsOrder</c>.</returns>
    public CrmRuling CanDeliver(IReadOnlyList<OrderLineQuantity> lines) => CanTake(lines, OrderStatus.Completed, (e, line) => e.DeliveryExceedsOrder(Number.Value, line.Number, line.Open));

    /// <summary>Delivers quantities of lines as one delivery; the status follows.</summary>
    /// <param name="lines">The lines, each once, with how much of them; at least one.</param>
    /// <param name="reference">What the carrier or the store calls it; at most <see cref="MaxReferenceLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">There is no line, or the reference is too long.</exception>
    /// <exception cref="CrmRuleException">Nothing is open, or not so much.</exception>
    public void Deliver(IReadOnlyList<OrderLineQuantity> lines, string? reference, Instant now)
    {
        CanDeliver(lines).Demand();
        Record(lines, Guard.OptionalLine(reference, MaxReferenceLength), now);
        Raise(new OrderDelivered(Id, Number, CustomerId, _deliveries[^1].Delivery, Status, now));
    }

    /// <summary>Whether the order can be completed.</summary>
    /// <returns>The ruling; refused with <c>OrderTransitionNotAllowed</c>.</returns>
    public CrmRuling CanComplete() => IsOpen ? CrmRuling.Permitted : NotAllowed(OrderStatus.Completed);

    /// <summary>Delivers everything that is open.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nothing is open, or it was cancelled.</exception>
    public void Complete(Instant now)
    {
        CanComplete().Demand();
        Record(OpenLines(), null, now);
        Raise(new OrderCompleted(Id, Number, CustomerId, now));
    }

    /// <summary>How much of a line the stock holds for it.</summary>
    internal decimal HeldOf(int lineNumber) =>
        _stockMoves.Where(m => m.LineNumber == lineNumber).Sum(m => m.Move == StockMove.Reserve ? m.Quantity : -m.Quantity);

    internal StockItemId? StockOf(int lineNumber) => _stockMoves.Find(m => m.LineNumber == lineNumber)?.StockItemId;

    /// <summary>Notes what the stock did for lines; belongs to the act that follows or went before.</summary>
    internal void NoteStock(StockMove move, IEnumerable<(OrderLineQuantity Line, StockItemId Item)> moved, Instant now) =>
        _stockMoves.AddRange(moved.Select((m, i) => new OrderStockMove(_stockMoves.Count + 1 + i, m.Line.LineNumber, m.Item, move, m.Line.Quantity, now)).ToList());

    private bool IsOpen => Status is OrderStatus.Placed or OrderStatus.PartlyDelivered;

    private void Record(IReadOnlyList<OrderLineQuantity> lines, string? reference, Instant now)
    {
        var delivery = _deliveries.Count == 0 ? 1 : _deliveries.Max(d => d.Delivery) + 1;
        foreach (var (number, quantity) in lines)
        {
            LineOf(number)!.Delivered += quantity;
            _deliveries.Add(new OrderDelivery(delivery, number, quantity, reference, now));
        }

        Settle();
    }

    private void Settle()
    {
        var (isDelivered, isOpen) = (_lines.Exists(l => l.Delivered > 0), _lines.Exists(l => l.Open > 0));
        Status = (isDelivered, isOpen) switch
        {
            (true, true) => OrderStatus.PartlyDelivered,
            (true, false) => OrderStatus.Completed,
            (false, true) => OrderStatus.Placed,
            (false, false) => OrderStatus.Cancelled,
        };
    }

    private CrmRuling CanTake(IReadOnlyList<OrderLineQuantity> lines, OrderStatus next, Func<CrmErrorDescriber, OrderLine, CrmError> exceeds)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (!IsOpen)
        {
            return NotAllowed(next);
        }

        ArgumentOutOfRangeException.ThrowIfZero(lines.Count, nameof(lines));
        var seen = new HashSet<int>();
        foreach (var (number, quantity) in lines)
        {
            if (LineOf(number) is not { } line)
            {
                return CrmRuling.Refused(e => e.OrderLineNotFound(Number.Value, number));
            }

            if (!seen.Add(number) || quantity <= 0 || quantity > line.Open || decimal.Round(quantity, 4) != quantity)
            {
                return CrmRuling.Refused(e => exceeds(e, line));
            }
        }

        return CrmRuling.Permitted;
    }

    private OrderLine? LineOf(int number) => _lines.Find(l => l.Number == number);
}
