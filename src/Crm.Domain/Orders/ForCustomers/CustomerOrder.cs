using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>An order as its customer may see it: no costs, no reasons of prices, no rates.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="PurchasedOn">The day it was placed, in the business's own time zone.</param>
/// <param name="Lines">What was ordered.</param>
/// <param name="Total">Sum of the lines as ordered.</param>
/// <param name="CanCancel">Whether it can still be cancelled: nothing of it was delivered.</param>
public sealed record CustomerOrder(
    OrderId Id, OrderNumber Number, CustomerId CustomerId, OrderStatus Status, Instant PlacedAt, LocalDate PurchasedOn, IReadOnlyList<CustomerOrderLine> Lines, Money Total, bool CanCancel)
{
    internal static CustomerOrder Of(Order order) => new(
        order.Id, order.Number, order.CustomerId, order.Status, order.PlacedAt, order.PurchasedOn,
        [.. order.Lines.Select(l => new CustomerOrderLine(l.Number, l.Sku, l.BundleSku, l.Description, l.Quantity, l.UnitPrice, l.Discount, l.Total, l.Delivered, l.Cancelled, l.Returned))],
        order.Total, order.CanCancel());
}
