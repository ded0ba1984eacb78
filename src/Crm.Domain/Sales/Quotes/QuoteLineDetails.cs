using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>One line of a quote that is to be written.</summary>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
public sealed record QuoteLineDetails(decimal Quantity)
{
    /// <summary>The product, by its stock-keeping unit; null for what is in no catalogue, which needs a description and a price.</summary>
    public string? Sku { get; init; }

    /// <summary>What is offered, at most 200 characters; the catalogue's name when null.</summary>
    public string? Description { get; init; }

    /// <summary>The price of one before discount and tax; the catalogue's when null.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>What is taken off the price, from 0 % to 100 %.</summary>
    public Percentage Discount { get; init; }

    /// <summary>The rate of tax that the host settled for this line and customer, from 0 % to 100 %; this library knows no tax law.</summary>
    public Percentage TaxRate { get; init; }
}
