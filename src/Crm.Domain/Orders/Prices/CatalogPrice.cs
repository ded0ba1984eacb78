using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>The price of one of a product, and why it is that.</summary>
/// <param name="Price">The price.</param>
/// <param name="Explanation">What gave it.</param>
public sealed record CatalogPrice(Money Price, PriceExplanation Explanation);
