using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A stock was counted, for the first time or anew.</summary>
/// <param name="StockItemId">The stock.</param>
/// <param name="Sku">The product.</param>
/// <param name="OnHand">How much is in the house.</param>
/// <param name="Note">Why it differs.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.stock-counted")]
public sealed record StockCounted(StockItemId StockItemId, string Sku, decimal OnHand, string? Note, Instant OccurredAt) : ICrmEvent;

/// <summary>Goods were taken in.</summary>
/// <param name="StockItemId">The stock.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">How much.</param>
/// <param name="OnHand">How much is in the house since.</param>
/// <param name="Note">Where from.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.stock-received")]
public sealed record StockReceived(StockItemId StockItemId, string Sku, decimal Quantity, decimal OnHand, string? Note, Instant OccurredAt) : ICrmEvent;

/// <summary>An order set goods aside, made them available again, or had them leave the house.</summary>
/// <param name="StockItemId">The stock.</param>
/// <param name="Sku">The product.</param>
/// <param name="Move">Reserved, released or issued.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Quantity">How much.</param>
/// <param name="OnHand">How much is in the house since.</param>
/// <param name="Reserved">How much of that is set aside since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.stock-moved")]
public sealed record StockMoved(
    StockItemId StockItemId, string Sku, StockMove Move, OrderId OrderId, decimal Quantity, decimal OnHand, decimal Reserved, Instant OccurredAt) : ICrmEvent;
