namespace Crm.Domain.Orders;

/// <summary>Which line of what gave a price.</summary>
/// <param name="Source">Where the price comes from.</param>
/// <param name="PriceList">The price list, by its key; null for a price of the customer or the product.</param>
/// <param name="From">The quantity from which that price holds; zero where it holds for any.</param>
public sealed record PriceExplanation(PriceSource Source, string? PriceList, decimal From)
{
    /// <summary>The product's own price.</summary>
    public static PriceExplanation OfProduct { get; } = new(PriceSource.Product, null, 0);
}
