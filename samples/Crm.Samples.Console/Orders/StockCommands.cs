using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm stock</c>: what is in the house.</summary>
internal static class StockCommands
{
    private static readonly Argument<string> s_sku = new("SKU") { Description = "The product." };
    private static readonly Option<string> s_quantity = new("--quantity") { Description = "How much.", Required = true };
    private static readonly Option<string?> s_note = new("--note") { Description = "Where from, or why." };
    private static readonly Option<string?> s_after = new("--after") { Description = "The last stock-keeping unit of the page before." };

    public static Command Create() => new Command("stock", "What is in the house, what is set aside for orders, and what can be had.").With(
        Change("keep", "Begin to keep a product in stock.", [s_quantity], (run, room, quantity, token) => room.KeepAsync(run.Get(s_sku), quantity, token)),
        Change("receive", "Take goods in.", [s_quantity, s_note], (run, room, quantity, token) => room.ReceiveAsync(run.Get(s_sku), quantity, run.Get(s_note), cancellationToken: token)),
        Change("correct", "Correct what is in the house by a count.", [s_quantity, s_note], (run, room, quantity, token) => room.CorrectAsync(run.Get(s_sku), quantity, run.Get(s_note), cancellationToken: token)),
        new Command("show", "The stock of a product.").With(s_sku).Does((run, token) => run.WithCrmAsync(
            async session => Write(run.Output, (await session.Get<Stockroom>().FindAsync(run.Get(s_sku), token)).OrFail(session.Errors.StockNotKept(run.Get(s_sku)))), token)),
        new Command("list", "Stocks by product.").With(s_after).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.Get<Stockroom>().ListAsync(run.Get(s_after), cancellationToken: token);
                run.Output.Write(
                    new { Stock = found.Select(i => new { Product = i.Sku, i.OnHand, i.Reserved, i.Available }) },
                    report => report.Table(["Product", "In the house", "Set aside", "Available"], found.Select(i => new object?[] { i.Sku, i.OnHand, i.Reserved, i.Available })));
            },
            token)));

    private static Command Change(string name, string description, IEnumerable<Symbol> options, Func<Run, Stockroom, decimal, CancellationToken, Task<CrmResult<StockItem>>> change) =>
        new Command(name, description).With([s_sku, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var item = await change(run, session.Get<Stockroom>(), OrderTexts.Number("--quantity", run.Get(s_quantity)!), token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, item);
            },
            token));

    private static void Write(CommandOutput output, StockItem item) => output.Write(
        new { Product = item.Sku, item.OnHand, item.Reserved, item.Available, item.Version },
        report => report.Fields(("Product", item.Sku), ("In the house", item.OnHand), ("Set aside", item.Reserved), ("Available", item.Available)));
}
