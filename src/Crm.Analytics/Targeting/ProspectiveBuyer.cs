using Crm.Analytics.Purchases;

namespace Crm.Analytics.Targeting;

/// <summary>A customer to offer a product.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Score">How much speaks for it.</param>
public sealed record ProspectiveBuyer(PurchaseKey Customer, double Score);
