using System.Globalization;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>How much of a product is in the house, and how much of that is set aside for orders. Never less than nothing is available.</summary>
public sealed class StockItem : AggregateRoot<StockItemId>
{
    /// <summary>The longest note.</summary>
    public const int MaxNoteLength = 200;

    private StockItem() => Sku = null!;

    /// <summary>Begins to keep a product in stock. Orders that were placed before hold nothing of it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="sku">The product, by its stock-keeping unit.</param>
    /// <param name="onHand">How much is in the house; not negative.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The stock-keeping unit or the quantity is not acceptable.</exception>
    public StockItem(StockItemId id, string sku, decimal onHand, Instant now)
        : base(id)
    {
        Sku = Guard.Line(sku, 64);
        OnHand = Count(onHand, nameof(onHand));
        Raise(new StockCounted(Id, Sku, OnHand, null, now));
    }

    /// <summary>The product, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>How much is in the house.</summary>
    public decimal OnHand { get; private set; }

    /// <summary>How much of that is set aside for orders.</summary>
    public decimal Reserved { get; private set; }

    /// <summary>How much can be ordered: what is in the house and not set aside.</summary>
    public decimal Available => OnHand - Reserved;

    /// <summary>Takes goods in.</summary>
    /// <param name="quantity">How much; above zero.</param>
    /// <param name="note">Where from, at most <see cref="MaxNoteLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The quantity, the sum or the note is not acceptable.</exception>
    public void Receive(decimal quantity, string? note, Instant now)
    {
        var why = Guard.OptionalLine(note, MaxNoteLength);
        OnHand = Count(OnHand + OrderQuantity.Checked(quantity, nameof(quantity)), nameof(quantity));
        Raise(new StockReceived(Id, Sku, quantity, OnHand, why, now));
    }

    /// <summary>Whether a count can stand.</summary>
    /// <param name="onHand">How much was counted.</param>
    /// <returns>The ruling; refused with <c>StockBelowReserved</c>.</returns>
    public CrmRuling CanCorrect(decimal onHand) =>
        onHand >= Reserved ? CrmRuling.Permitted : CrmRuling.Refused(e => e.StockBelowReserved(Sku, Text(Reserved)));

    /// <summary>Corrects what is in the house by a count.</summary>
    /// <param name="onHand">How much was counted.</param>
    /// <param name="note">Why it differs, at most <see cref="MaxNoteLength"/> characters.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The quantity or the note is not acceptable.</exception>
    /// <exception cref="CrmRuleException">More than that is set aside for orders.</exception>
    public void Correct(decimal onHand, string? note, Instant now)
    {
        var (counted, why) = (Count(onHand, nameof(onHand)), Guard.OptionalLine(note, MaxNoteLength));
        CanCorrect(counted).Demand();
        OnHand = counted;
        Raise(new StockCounted(Id, Sku, OnHand, why, now));
    }

    /// <summary>Whether so much can be set aside.</summary>
    /// <param name="quantity">How much.</param>
    /// <returns>The ruling; refused with <c>StockExhausted</c>.</returns>
    public CrmRuling CanReserve(decimal quantity) =>
        quantity <= Available ? CrmRuling.Permitted : CrmRuling.Refused(e => e.StockExhausted(Sku, Text(Available)));

    /// <summary>Whether so much was set aside that it can be released or issued.</summary>
    /// <param name="move">Reserve, release or issue.</param>
    /// <param name="quantity">How much.</param>
    /// <returns>The ruling; refused with <c>StockExhausted</c>, <c>StockBelowReserved</c>.</returns>
    public CrmRuling CanMove(StockMove move, decimal quantity) => move == StockMove.Reserve ? CanReserve(quantity)
        : quantity <= Reserved ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.StockBelowReserved(Sku, Text(Reserved)));

    /// <summary>Sets goods aside for an order, makes them available again, or lets them leave the house.</summary>
    /// <param name="move">Reserve, release or issue.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="quantity">How much; above zero.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The quantity is not acceptable.</exception>
    /// <exception cref="CrmRuleException">Not so much is available, or was set aside.</exception>
    public void Move(StockMove move, OrderId orderId, decimal quantity, Instant now)
    {
        Guard.Defined(move);
        OrderQuantity.Checked(quantity, nameof(quantity));
        CanMove(move, quantity).Demand();
        Reserved += move == StockMove.Reserve ? quantity : -quantity;
        OnHand -= move == StockMove.Issue ? quantity : 0;
        Raise(new StockMoved(Id, Sku, move, orderId, quantity, OnHand, Reserved, now));
    }

    private static decimal Count(decimal quantity, string name) => quantity is >= 0 and <= Money.MaxAmount && decimal.Round(quantity, Money.MaxDecimals) == quantity
        ? quantity
        : throw new ArgumentException("A stock is not negative, has at most four decimals and fits a 64-bit count of 1/10,000.", name);

    private static string Text(decimal quantity) => quantity.ToString("0.####", CultureInfo.CurrentCulture);
}
