namespace Crm.Domain.Partners;

/// <summary>One line of a deal that a partner registers.</summary>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
/// <param name="UnitPrice">The price of one that the partner expects, in the currency of the registration; not negative, at most four decimals.</param>
public sealed record DealLineDetails(string Sku, decimal Quantity, decimal UnitPrice);
