using Crm.Analytics.Purchases;

namespace Crm.Analytics.Education;

/// <summary>What there is to teach about a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Item">What to send or show, such as the number of a knowledge item.</param>
public sealed record Lesson(PurchaseKey Product, string Item);
