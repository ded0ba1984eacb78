namespace Crm.Domain.Orders;

/// <summary>Lines whose prices are settled, with the products that were looked up for it.</summary>
internal sealed record PricedOrder(IReadOnlyList<PricedLine> Lines, IReadOnlyDictionary<string, CatalogProduct> Products);
