namespace Crm.Domain.Orders;

/// <summary>What one of a bundle is made of.</summary>
/// <param name="Sku">The component, by its stock-keeping unit.</param>
/// <param name="Quantity">How much of it; above zero, at most four decimals.</param>
public sealed record BundleComponent(string Sku, decimal Quantity);
