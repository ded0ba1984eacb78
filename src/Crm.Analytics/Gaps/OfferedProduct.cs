using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>A product or service that is offered already, and what it is about.</summary>
/// <param name="Product">The product.</param>
/// <param name="Terms">Words of its name and description, in the form of those of needs.</param>
public sealed record OfferedProduct(PurchaseKey Product, IReadOnlyList<string> Terms);
