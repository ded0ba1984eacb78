using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What became of one order line: what was bought, and what is left of it after returns and cancellations.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LineNumber">The line.</param>
/// <param name="Sku">The product; null where it is not known.</param>
/// <param name="PurchasedOn">The first day of a fact of the line, in the business's own time zone.</param>
/// <param name="Bought">How much was bought.</param>
/// <param name="Quantity">How much is left.</param>
/// <param name="Amount">What is left of its value.</param>
public sealed record NetPurchase(OrderId OrderId, int LineNumber, string? Sku, LocalDate PurchasedOn, decimal Bought, decimal Quantity, Money Amount);
