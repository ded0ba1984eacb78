using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>A product to offer.</summary>
/// <param name="Product">Its key.</param>
/// <param name="Score">How much speaks for it; comparable for one customer and model only.</param>
/// <param name="Because">The owned products that speak for it most, best first; empty where the model knows no reasons.</param>
public sealed record NextProduct(PurchaseKey Product, double Score, IReadOnlyList<ProductReason> Because);
