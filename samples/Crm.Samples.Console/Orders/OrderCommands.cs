using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm order show</c>.</summary>
internal static class OrderCommands
{
    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = "The order's number or id." };
        return new Command("order", "Look at orders.").With(new Command("show", "One order with its lines and purchase facts.").With(key).Does((run, token) =>
            run.WithCrmAsync(
                async session =>
                {
                    var text = run.Get(key);
                    var found = OrderId.TryParse(text, null, out var id) ? await session.Orders.FindAsync(id, token)
                        : text.Length <= OrderNumber.MaxLength && text.Trim().Length > 0 ? await session.Orders.FindAsync(new OrderNumber(text.Trim().ToUpperInvariant()), token)
                        : null;
                    var order = found.OrFail(session.Errors.OrderNotFound(text));
                    run.Output.Write(
                        new
                        {
                            order.Id,
                            Number = order.Number.Value,
                            order.CustomerId,
                            order.Status,
                            order.PurchasedOn,
                            order.PlacedAt,
                            order.Total,
                            order.ExternalId,
                            Lines = order.Lines.Select(l => new { l.Number, Product = l.Sku, l.Description, l.Quantity, l.UnitPrice, l.UnitCost, l.Total, l.Returned }),
                            Facts = order.Facts.Select(f => new { f.Kind, Line = f.LineNumber, f.PurchasedOn, f.Quantity, f.Amount, f.Cost }),
                            order.Version,
                        },
                        report => report
                            .Heading($"{order.Number} {order.Status}")
                            .Fields(("Id", order.Id), ("Customer", order.CustomerId), ("Day", order.PurchasedOn), ("Total", order.Total), ("Known as", order.ExternalId))
                            .Table(
                                ["Line", "Product", "Description", "Quantity", "Price", "Total", "Returned"],
                                order.Lines.Select(l => new object?[] { l.Number, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Total, l.Returned })));
                },
                token)));
    }
}
