using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.SelfService;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Orders;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal orders|order|price|reorder|cancel-order|subscriptions|end-subscription</c>.</summary>
internal static class PortalOrderCommands
{
    private static readonly Argument<string> s_order = new("ORDER") { Description = "The order's number or id." };
    private static readonly Argument<string?> s_one = new("KEY") { Description = "Only this one, by number or id.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> s_subscription = new("SUBSCRIPTION") { Description = "The subscription's number or id." };
    private static readonly Option<string[]> s_lines = new("--line") { Description = "A line, as SKU or SKU=QUANTITY; repeat it for more.", Required = true };
    private static readonly Option<string?> s_key = new("--key") { Description = "A name for this order; the same order under it is placed once." };
    private static readonly Option<string?> s_in = new("--in") { Description = "The currency; that of the first product by default.", HelpName = "CURRENCY" };

    public static IEnumerable<Command> All() => [List(), Place(), Price(), Reorder(), Cancel(), Subscriptions(), End()];

    private static Command List() => new Command("orders", "Orders, newest first, or one of them.").With(s_one, PortalRecords.For, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            if (run.Find(s_one) is { } key)
            {
                Write(run.Output, await session.PortalOrderAsync(key, token));
                return;
            }

            var found = await session.Get<PortalOrders>().ListAsync(PortalRecords.Customer(run, session), cancellationToken: token);
            run.Output.Write(
                new { Orders = found.Select(o => new { o.Id, Number = o.Number.Value, o.Status, o.PurchasedOn, o.Total }) },
                report => report.Table(["Number", "Status", "Day", "Total"], found.Select(o => new object?[] { o.Number.Value, o.Status.ToString(), o.PurchasedOn, o.Total })));
        },
        token));

    private static Command Place() => new Command("order", "Order at the customer's own prices of today.").With(s_lines, s_in, s_key, PortalRecords.For, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            var id = await session.Get<PortalOrders>().PlaceAsync(Order(run, session), token).OrFail();
            await SavedAsync(run, session, id, token);
        },
        token));

    private static Command Price() => new Command("price", "What an order would cost today.").With(s_lines, s_in, PortalRecords.For, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            var price = await session.Get<PortalOrders>().PriceAsync(Order(run, session), token).OrFail();
            run.Output.Write(
                new { price.Total, Lines = price.Lines.Select(l => new { Product = l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Total }) },
                report => report.Table(["Product", "Description", "Quantity", "Price", "Total"], price.Lines.Select(l => new object?[] { l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Total })).Fields(("Total", price.Total)));
        },
        token));

    private static Command Reorder()
    {
        var without = new Option<bool>("--leave-out-gone") { Description = "Order the rest where something is not sold any more, and say what was left out." };
        return new Command("reorder", "Order again what an old order had, at today's prices.").With(s_order, without, s_key, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var old = await session.PortalOrderAsync(run.Get(s_order), token);
                var again = await session.Get<PortalOrders>().ReorderAsync(old.Id, run.Get(without), run.Get(s_key), token).OrFail();
                await SavedAsync(run, session, again.OrderId, token, again.LeftOut);
            },
            token));
    }

    private static Command Cancel() => new Command("cancel-order", "Cancel an order of which nothing was delivered.").With(s_order, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            var id = await session.Get<PortalOrders>().CancelAsync((await session.PortalOrderAsync(run.Get(s_order), token)).Id, token).OrFail();
            await SavedAsync(run, session, id, token);
        },
        token));

    private static Command Subscriptions() => new Command("subscriptions", "Subscriptions, the last one first, or one of them.").With(s_one, PortalRecords.For, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            if (run.Find(s_one) is { } key)
            {
                Write(run.Output, await session.PortalSubscriptionAsync(key, token));
                return;
            }

            var found = await session.Get<PortalSubscriptions>().ListAsync(PortalRecords.Customer(run, session), cancellationToken: token);
            run.Output.Write(
                new { Subscriptions = found.Select(s => new { s.Id, Number = s.Number.Value, Product = s.Sku, s.Status, s.UnitPrice, s.PeriodMonths, s.NextOn }) },
                report => report.Table(["Number", "Product", "Status", "Price", "Next"], found.Select(s => new object?[] { s.Number.Value, s.Sku, s.Status, s.UnitPrice, s.NextOn })));
        },
        token));

    private static Command End()
    {
        var reason = new Option<string?>("--reason") { Description = "Why." };
        return new Command("end-subscription", "End a subscription on the next day that it can end.").With(s_subscription, reason, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var ended = await session.Get<PortalSubscriptions>().EndAsync((await session.PortalSubscriptionAsync(run.Get(s_subscription), token)).Id, run.Get(reason), token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, ended);
            },
            token));
    }

    private static PortalOrder Order(Run run, CrmSession session) => new(PortalRecords.Customer(run, session), [.. run.Get(s_lines)!.Select(Line)])
    {
        Key = run.Get(s_key), Currency = run.Get(s_in) is { } code ? OrderTexts.CurrencyOf("--in", code) : null,
    };

    private static PortalOrderLine Line(string text) => text.Split('=', 2) is [var sku, var quantity] ? new(sku, OrderTexts.Number("--line", quantity)) : new(text, 1);

    private static async Task SavedAsync(Run run, CrmSession session, OrderId id, CancellationToken token, IReadOnlyList<string>? leftOut = null)
    {
        await session.SaveAsync(token);
        await using var after = session.Again();
        Write(run.Output, await after.PortalOrderAsync(id.ToString(), token), leftOut);
    }

    private static void Write(CommandOutput output, CustomerOrder order, IReadOnlyList<string>? leftOut = null) => output.Write(
        new
        {
            order.Id, Number = order.Number.Value, order.Status, order.PlacedAt, order.PurchasedOn, order.Total, order.CanCancel, LeftOut = leftOut ?? [],
            Lines = order.Lines.Select(l => new { l.Number, Product = l.Sku, Bundle = l.BundleSku, l.Description, l.Quantity, l.UnitPrice, l.Discount, l.Total, l.Delivered, l.Cancelled, l.Returned }),
        },
        report => report.Heading($"{order.Number} {order.Status}")
            .Fields(("Id", order.Id), ("Day", order.PurchasedOn), ("Total", order.Total), ("Left out", leftOut is { Count: > 0 } ? string.Join(", ", leftOut) : null))
            .Table(["Line", "Product", "Description", "Quantity", "Price", "Total", "Delivered"], order.Lines.Select(l => new object?[] { l.Number, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Total, l.Delivered })));

    private static void Write(CommandOutput output, CustomerSubscription s) => output.Write(
        new { s.Id, Number = s.Number.Value, Product = s.Sku, s.Description, s.Quantity, s.UnitPrice, s.NextPrice, s.PeriodMonths, s.Status, s.StartsOn, s.NextOn, s.EndsWithPeriod, s.EndedOn },
        report => report.Heading($"{s.Number} {s.Status}").Fields(
            ("Id", s.Id), ("Product", s.Sku), ("Price", s.UnitPrice), ("Months", s.PeriodMonths), (s.EndsWithPeriod ? "Ends" : "Next", s.NextOn), ("Ended", s.EndedOn)));
}
