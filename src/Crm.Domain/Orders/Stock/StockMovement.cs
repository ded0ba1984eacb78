using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What an order is to do in the stock.</summary>
/// <param name="Move">Reserve, release or issue.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantities">How much of each product, by stock-keeping unit; above zero. What was not reserved is neither released nor issued.</param>
/// <param name="At">When.</param>
public sealed record StockMovement(StockMove Move, OrderId OrderId, IReadOnlyDictionary<string, decimal> Quantities, Instant At);
