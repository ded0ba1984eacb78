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

    /// <summary>The bundle that it is a part of, by its stock-keeping unit; null where it was ordered by itself.</summary>
    public string? BundleSku { get; internal set; }

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

    /// <summary>Where the price came from; null where it was given with the order.</summary>
    public PriceSource? PriceSource { get; internal set; }

    /// <summary>The price list that gave the price, by its key.</summary>
    public string? PriceList { get; internal set; }

    /// <summary>The quantity from which that price holds.</summary>
    public decimal? PriceFrom { get; internal set; }

    /// <summary>How much was delivered.</summary>
    public decimal Delivered { get; internal set; }

    /// <summary>How much was cancelled before it was delivered.</summary>
    public decimal Cancelled { get; internal set; }

    /// <summary>How much came back.</summary>
    public decimal Returned { get; internal set; }

    /// <summary>How much is still to be delivered; zero for an imported line that is a return itself.</summary>
    public decimal Open => Quantity > 0 ? Quantity - Delivered - Cancelled : 0;

    /// <summary>How much can still come back: what was delivered and did not; zero for an imported line that is a return itself.</summary>
    public decimal Returnable => Quantity > 0 && !Total.IsNegative ? Delivered - Returned : 0;
}
