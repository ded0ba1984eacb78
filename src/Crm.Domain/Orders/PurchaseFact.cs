using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>
/// What was bought, or given back, when and for how much: the row that every purchase statistic is made of. Facts are only
/// added; returns and cancellations are facts with negative quantity and amount. Part of <see cref="Order"/>.
/// </summary>
public sealed class PurchaseFact
{
    private PurchaseFact() => Amount = null!;

    internal PurchaseFact(OrderId orderId, int ordinal, OrderLine line, CustomerId customerId, PurchaseKind kind, decimal quantity, Money amount, Money? cost, Money? baseAmount, LocalDate on, Instant at)
    {
        OrderId = orderId;
        Ordinal = ordinal;
        LineNumber = line.Number;
        CustomerId = customerId;
        Kind = kind;
        Sku = line.Sku;
        Quantity = quantity;
        Amount = amount;
        Cost = cost;
        BaseAmount = baseAmount;
        PurchasedOn = on;
        OccurredAt = at;
    }

    /// <summary>The order it belongs to.</summary>
    public OrderId OrderId { get; private set; }

    /// <summary>Place among the facts of its order, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The order line it belongs to.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Sale, return or cancellation.</summary>
    public PurchaseKind Kind { get; private set; }

    /// <summary>The product, by its stock-keeping unit; null where it is not known.</summary>
    public string? Sku { get; private set; }

    /// <summary>How much; negative when it came back.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>For how much; negative when it came back.</summary>
    public Money Amount { get; private set; }

    /// <summary>What the goods cost the business, where it is known; negative when they came back.</summary>
    public Money? Cost { get; private set; }

    /// <summary>The amount in the business's own currency, frozen when the order was booked; null where no rate was known then.</summary>
    public Money? BaseAmount { get; private set; }

    /// <summary>The day in the business's own time zone, fixed at booking; every day-based statistic uses it.</summary>
    public LocalDate PurchasedOn { get; private set; }

    /// <summary>When it was booked.</summary>
    public Instant OccurredAt { get; private set; }
}
