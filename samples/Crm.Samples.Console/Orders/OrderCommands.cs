using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm order</c>: from placing to what comes back.</summary>
internal static class OrderCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The order's number or id." };
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<string[]> s_lines = new("--line") { Description = $"A line: {OrderTexts.LineForm}; repeat it for more.", Required = true };
    private static readonly Option<string?> s_list = new("--price-list") { Description = "A price list that comes before all others, by its key." };
    private static readonly Option<string?> s_in = new("--in") { Description = "The currency in which the catalogue prices it; that of a typed price or of the first product by default.", HelpName = "CURRENCY" };
    private static readonly Option<string?> s_external = new("--external-id") { Description = "The order's id in the shop or till; placing the same again gives the order that is there." };
    private static readonly Option<string[]> s_some = new("--line") { Description = "A line, as NUMBER or NUMBER=QUANTITY; everything that is open by default. Repeat it for more." };
    private static readonly Option<string?> s_reference = new("--reference") { Description = "What the carrier calls the delivery." };
    private static readonly Option<int> s_line = new("--line") { Description = "The number of the line.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_quantity = new("--quantity") { Description = "How much.", Required = true };

    public static Command Create() => new Command("order", "Place orders, deliver, cancel and take back, and look at what was bought.").With(
        Place(),
        Act("deliver", "Deliver everything that is open, or some of it.", [s_some, s_reference], (run, session, order, token) =>
            session.Orders.DeliverAsync(order.Id, OrderTexts.Quantities(run.Get(s_some) ?? [], order), run.Get(s_reference), cancellationToken: token)),
        Act("cancel", "Cancel everything that is open, or some of it.", [s_some], (run, session, order, token) =>
            order.Status == OrderStatus.Placed && run.Get(s_some) is null or []
                ? session.Orders.CancelAsync(order.Id, cancellationToken: token)
                : session.Orders.CancelLinesAsync(order.Id, OrderTexts.Quantities(run.Get(s_some) ?? [], order), cancellationToken: token)),
        Act("return", "Take delivered goods back.", [s_line, s_quantity], (run, session, order, token) =>
            session.Orders.ReturnAsync(order.Id, run.Get(s_line), OrderTexts.Number("--quantity", run.Get(s_quantity)!), cancellationToken: token)),
        new Command("show", "One order with its lines, deliveries and purchase facts.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => OrderView.Write(run.Output, await session.OrderAsync(run.Get(s_key), token)), token)),
        List(),
        Purchases());

    private static Command Place() => new Command("place", "Place an order at the prices of the catalogue, or at those typed.").With(
        s_customer, s_lines, OrderTexts.Currency, s_in, s_list, s_external).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var currency = OrderTexts.CurrencyOf(run);
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var placed = await session.Orders.PlaceAsync(
                    new NewOrder(customer.Id, [.. run.Get(s_lines)!.Select(l => OrderTexts.Line(l, currency))])
                    {
                        ExternalId = run.Get(s_external), PriceList = run.Get(s_list), Currency = run.Get(s_in) is { } code ? OrderTexts.CurrencyOf("--in", code) : null,
                    },
                    token).OrFail();
                await session.SaveAsync(token);
                OrderView.Write(run.Output, placed);
            },
            token));

    private static Command List() => new Command("list", "A customer's orders, newest first.").With(s_customer).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Orders.OrdersAsync((await session.CustomerAsync(run.Get(s_customer), token)).Id, cancellationToken: token);
            run.Output.Write(
                new { Orders = found.Select(o => new { o.Id, Number = o.Number.Value, o.Status, o.PurchasedOn, o.Total }) },
                report => report.Table(["Number", "Status", "Day", "Total"], found.Select(o => new object?[] { o.Number.Value, o.Status.ToString(), o.PurchasedOn, o.Total })));
        },
        token));

    private static Command Purchases() => new Command("purchases", "What a customer bought, newest first, with what came back or was cancelled taken off.").With(s_customer).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Orders.PurchasesAsync((await session.CustomerAsync(run.Get(s_customer), token)).Id, cancellationToken: token);
            run.Output.Write(
                new { Purchases = found.Select(p => new { p.OrderId, Line = p.LineNumber, Product = p.Sku, p.PurchasedOn, p.Bought, p.Quantity, p.Amount }) },
                report => report.Table(
                    ["Day", "Product", "Bought", "Left", "Value"], found.Select(p => new object?[] { p.PurchasedOn, p.Sku, p.Bought, p.Quantity, p.Amount })));
        },
        token));

    private static Command Act(string name, string description, IEnumerable<Symbol> options, Func<Run, CrmSession, Order, CancellationToken, Task<CrmResult<Order>>> act) =>
        new Command(name, description).With([s_key, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var order = await act(run, session, await session.OrderAsync(run.Get(s_key), token), token).OrFail();
                await session.SaveAsync(token);
                OrderView.Write(run.Output, order);
            },
            token));
}
