using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>A product as a catalogue offers it now.</summary>
/// <param name="Sku">The stock-keeping unit.</param>
/// <param name="Name">The name.</param>
/// <param name="Price">Price of one.</param>
/// <param name="Cost">What one costs the business, where it is known.</param>
public sealed record CatalogProduct(string Sku, string Name, Money Price, Money? Cost = null)
{
    /// <summary>What the product is made of, when it is a bundle: orders have a line for each, which share the bundle's price. No bundles among them.</summary>
    /// <value>Empty by default: it is no bundle.</value>
    public IReadOnlyList<BundleComponent> Components { get; init; } = [];
}
