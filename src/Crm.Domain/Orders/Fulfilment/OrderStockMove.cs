using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a line of an order did in the stock. Part of <see cref="Order"/>; only added to, in the same save as the stock itself.</summary>
public sealed class OrderStockMove
{
    private OrderStockMove()
    {
    }

    internal OrderStockMove(int ordinal, int lineNumber, StockItemId stockItemId, StockMove move, decimal quantity, Instant at)
    {
        Ordinal = ordinal;
        LineNumber = lineNumber;
        StockItemId = stockItemId;
        Move = move;
        Quantity = quantity;
        MovedAt = at;
    }

    /// <summary>Place among the moves of its order, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The order line.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The stock that moved.</summary>
    public StockItemId StockItemId { get; private set; }

    /// <summary>Reserved, released or issued.</summary>
    public StockMove Move { get; private set; }

    /// <summary>How much; above zero.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>When.</summary>
    public Instant MovedAt { get; private set; }
}
