using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>The price of a product from a quantity. Part of <see cref="PriceList"/>.</summary>
public sealed class PriceListLine
{
    private PriceListLine() => (Sku, Price) = (null!, null!);

    internal PriceListLine(string sku, decimal from, Money price)
    {
        Sku = sku;
        From = from;
        Price = price;
    }

    /// <summary>The product, by its stock-keeping unit.</summary>
    public string Sku { get; private set; }

    /// <summary>The quantity from which the price holds; zero for any.</summary>
    public decimal From { get; private set; }

    /// <summary>The price of one.</summary>
    public Money Price { get; internal set; }
}
