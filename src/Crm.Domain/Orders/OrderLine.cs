using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>One line of an order. Part of <see cref="Order"/>.</summary>
public sealed class OrderLine
{
    private OrderLine() => (Description, UnitPrice, Total) = (null!, null!, null!);

    internal OrderLine(int number, string? sku, string description, decimal quantity, Money unitPrice, Money? discount, Money total, Money? unitCost)
    {
        Number = number;
        Sku = sku;
        Description = description;
        Quantity = quantity;
        UnitPrice = unitPrice;
        Discount = discount;
        Total = total;
        UnitCost = unitCost;
    }

    /// <summary>Place in the order, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The product, by its stock-keeping unit; null where it is not known.</summary>
    public string? Sku { get; private set; }

    /// <summary>What was ordered, as it was called then.</summary>
    public string Description { get; private set; }

    /// <summary>How much was ordered.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Price of one, as it was then.</summary>
    public Money UnitPrice { get; private set; }

    /// <summary>What was taken off quantity times price; null when nothing was.</summary>
    public Money? Discount { get; private set; }

    /// <summary>Quantity times price, rounded to the currency's minor unit, less the discount.</summary>
    public Money Total { get; private set; }

    /// <summary>What one cost the business, where it is known.</summary>
    public Money? UnitCost { get; private set; }

    /// <summary>How much came back.</summary>
    public decimal Returned { get; internal set; }

    /// <summary>How much can still come back; zero for an imported line that is a return itself.</summary>
    public decimal Returnable => Quantity > 0 && !Total.IsNegative ? Quantity - Returned : 0;
}
