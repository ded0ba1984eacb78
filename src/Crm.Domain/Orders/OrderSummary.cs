using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>An order in a list.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PurchasedOn">The day it was placed.</param>
/// <param name="Total">Sum of its lines as ordered.</param>
public sealed record OrderSummary(OrderId Id, OrderNumber Number, OrderStatus Status, LocalDate PurchasedOn, Money Total);
