using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>A line of a quote whose product, name and price are settled.</summary>
/// <param name="Sku">The product, by its stock-keeping unit; null where it is in no catalogue.</param>
/// <param name="Description">What is offered, one line of at most 200 characters.</param>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
/// <param name="UnitPrice">The price of one before discount and tax; not negative.</param>
public sealed record PricedQuoteLine(string? Sku, string Description, decimal Quantity, Money UnitPrice)
{
    /// <summary>What is taken off the price, from 0 % to 100 %.</summary>
    public Percentage Discount { get; init; }

    /// <summary>The rate of tax, from 0 % to 100 %.</summary>
    public Percentage TaxRate { get; init; }

    /// <summary>What one costs the business, where it is known.</summary>
    public Money? UnitCost { get; init; }
}
