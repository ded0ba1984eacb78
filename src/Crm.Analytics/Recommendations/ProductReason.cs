using Crm.Analytics.Purchases;

namespace Crm.Analytics.Recommendations;

/// <summary>An owned product that speaks for another.</summary>
/// <param name="Product">Its key.</param>
/// <param name="Contribution">What it adds to the score.</param>
public sealed record ProductReason(PurchaseKey Product, double Contribution);
