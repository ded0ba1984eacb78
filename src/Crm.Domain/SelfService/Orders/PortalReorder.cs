using Crm.Domain.Orders;

namespace Crm.Domain.SelfService;

/// <summary>What came of ordering again.</summary>
/// <param name="OrderId">The new order.</param>
/// <param name="LeftOut">What is not sold any more and was left out, by stock-keeping unit, or by what it was called where that is not known.</param>
public sealed record PortalReorder(OrderId OrderId, IReadOnlyList<string> LeftOut);
