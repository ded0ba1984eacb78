using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>The part of an order or deal that a campaign gets.</summary>
/// <param name="Fact">The order or deal.</param>
/// <param name="Campaign">The campaign's key; null for what no campaign reached.</param>
/// <param name="Amount">The part. All parts of a fact sum to its worth exactly.</param>
public sealed record AttributedRevenue(RevenueFact Fact, string? Campaign, Money Amount);
