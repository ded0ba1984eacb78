using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>One line of a quote as the customer reads it.</summary>
/// <param name="Number">Place in the quote, from 1.</param>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Description">What is offered.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitPrice">The price of one before discount and tax.</param>
/// <param name="Discount">What is taken off.</param>
/// <param name="TaxRate">The rate of tax.</param>
/// <param name="Net">The sum after the discount.</param>
/// <param name="Tax">The tax on it.</param>
public sealed record CustomerQuoteLine(int Number, string? Sku, string Description, decimal Quantity, Money UnitPrice, Percentage Discount, Percentage TaxRate, Money Net, Money Tax);
