using Crm.Domain.Orders;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Orders;

/// <summary>How an order is printed.</summary>
internal static class OrderView
{
    public static void Write(CommandOutput output, Order order) => output.Write(
        new
        {
            order.Id,
            Number = order.Number.Value,
            order.CustomerId,
            order.Status,
            order.PurchasedOn,
            order.PlacedAt,
            order.Total,
            order.BaseTotal,
            order.ExternalId,
            Lines = order.Lines.Select(l => new
            {
                l.Number, Product = l.Sku, Bundle = l.BundleSku, l.Description, l.Quantity, l.UnitPrice, l.PriceSource, l.PriceList, l.PriceFrom, l.Discount, l.UnitCost, l.Total, l.Delivered, l.Cancelled, l.Returned,
            }),
            Deliveries = order.Deliveries.OrderBy(d => d.Delivery).ThenBy(d => d.LineNumber).GroupBy(d => d.Delivery).Select(d => new
            {
                Number = d.Key, d.First().Reference, d.First().DeliveredAt, Lines = d.Select(l => new { Line = l.LineNumber, l.Quantity }),
            }),
            Facts = order.Facts.OrderBy(f => f.Ordinal).Select(f => new { f.Kind, Line = f.LineNumber, f.PurchasedOn, f.Quantity, f.Amount, f.BaseAmount, f.Cost }),
            order.Version,
        },
        report => report
            .Heading($"{order.Number} {order.Status}")
            .Fields(("Id", order.Id), ("Customer", order.CustomerId), ("Day", order.PurchasedOn), ("Total", order.Total), ("Known as", order.ExternalId))
            .Table(
                ["Line", "Product", "Bundle", "Description", "Quantity", "Price", "Total", "Delivered", "Cancelled", "Returned"],
                order.Lines.Select(l => new object?[] { l.Number, l.Sku, l.BundleSku, l.Description, l.Quantity, l.UnitPrice, l.Total, l.Delivered, l.Cancelled, l.Returned })));
}
