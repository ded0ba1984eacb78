using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>An order line whose product, name and price are settled.</summary>
/// <param name="Sku">The product, by its stock-keeping unit; null where it is not known.</param>
/// <param name="Description">What is ordered, one line of at most 200 characters.</param>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
/// <param name="UnitPrice">Price of one; not negative.</param>
public sealed record PricedLine(string? Sku, string Description, decimal Quantity, Money UnitPrice)
{
    /// <summary>What is taken off quantity times price; neither negative nor more than that. Nothing when null.</summary>
    public Money? Discount { get; init; }

    /// <summary>What one costs the business, where it is known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>The bundle that it is a part of, by its stock-keeping unit; null where it is ordered by itself.</summary>
    public string? BundleSku { get; init; }

    /// <summary>Where the price came from; null where it is given.</summary>
    public PriceExplanation? Explanation { get; init; }
}
