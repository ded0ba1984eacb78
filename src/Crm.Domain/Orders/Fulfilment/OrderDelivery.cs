using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>One line of one delivery. Part of <see cref="Order"/>; only added to.</summary>
public sealed class OrderDelivery
{
    private OrderDelivery()
    {
    }

    internal OrderDelivery(int delivery, int lineNumber, decimal quantity, string? reference, Instant at)
    {
        Delivery = delivery;
        LineNumber = lineNumber;
        Quantity = quantity;
        Reference = reference;
        DeliveredAt = at;
    }

    /// <summary>The delivery, from 1 in its order; lines that went together share it.</summary>
    public int Delivery { get; private set; }

    /// <summary>The order line.</summary>
    public int LineNumber { get; private set; }

    /// <summary>How much of the line.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What the carrier or the store calls the delivery; null where nobody said.</summary>
    public string? Reference { get; private set; }

    /// <summary>When it was delivered.</summary>
    public Instant DeliveredAt { get; private set; }
}
