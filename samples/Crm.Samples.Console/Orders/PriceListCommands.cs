using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm price-list</c>: price lists, and what was agreed with customers.</summary>
internal static class PriceListCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The key of the list." };
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Argument<string> s_agreement = new("AGREEMENT") { Description = "The id of the agreement." };
    private static readonly Argument<string> s_sku = new("SKU") { Description = "The product." };
    private static readonly Option<string?> s_name = new("--name") { Description = "The name; the key by default." };
    private static readonly Option<string?> s_from = new("--valid-from") { Description = "The first day.", HelpName = "DAY" };
    private static readonly Option<string?> s_until = new("--valid-until") { Description = "The last day.", HelpName = "DAY" };
    private static readonly Option<bool> s_default = new("--default") { Description = "Whether it is for everybody with whom nothing else was agreed." };
    private static readonly Option<string> s_price = new("--price") { Description = "The price of one.", Required = true };
    private static readonly Option<string> s_quantity = new("--from-quantity") { Description = "The quantity from which it holds; any by default.", DefaultValueFactory = _ => "0" };

    public static Command Create() => new Command("price-list", "Price lists, and prices that were agreed with customers.").With(
        new Command("add", "Add an empty price list.").With(s_key, s_name, OrderTexts.Currency, s_from, s_until, s_default).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var key = run.Get(s_key);
                var details = new PriceListDetails(key, run.Get(s_name) ?? key, OrderTexts.CurrencyOf(run))
                {
                    ValidFrom = OrderTexts.Day(run, s_from), ValidUntil = OrderTexts.Day(run, s_until), IsDefault = run.Get(s_default),
                };
                var list = await session.Get<PriceBook>().AddAsync(details, token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, list);
            },
            token)),
        new Command("set", "Set the price of a product from a quantity.").With(s_key, s_sku, s_price, s_quantity).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var book = session.Get<PriceBook>();
                var found = (await book.FindAsync(run.Get(s_key), token)).OrFail(session.Errors.PriceListNotFound(run.Get(s_key)));
                var price = new Money(OrderTexts.Number("--price", run.Get(s_price)!), found.Currency);
                var list = await book.SetPriceAsync(found.Key, run.Get(s_sku), price, OrderTexts.Number("--from-quantity", run.Get(s_quantity)!), cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, list);
            },
            token)),
        new Command("remove", "Take a product's price from a quantity out of a list.").With(s_key, s_sku, s_quantity).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var list = await session.Get<PriceBook>().RemovePriceAsync(run.Get(s_key), run.Get(s_sku), OrderTexts.Number("--from-quantity", run.Get(s_quantity)!), cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, list);
            },
            token)),
        new Command("show", "One price list with its prices.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => Write(run.Output, (await session.Get<PriceBook>().FindAsync(run.Get(s_key), token)).OrFail(session.Errors.PriceListNotFound(run.Get(s_key)))), token)),
        new Command("list", "Price lists by key.").Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.Get<PriceBook>().ListAsync(take: 1_000, cancellationToken: token);
                run.Output.Write(
                    new { PriceLists = found.Select(l => new { l.Key, l.Name, l.Currency, l.ValidFrom, l.ValidUntil, l.IsDefault }) },
                    report => report.Table(["Key", "Name", "Currency", "From", "Until", "For everybody"], found.Select(l => new object?[] { l.Key, l.Name, l.Currency.Code, l.ValidFrom, l.ValidUntil, l.IsDefault })));
            },
            token)),
        new Command("assign", "Agree on a price list with a customer.").With(s_key, s_customer, s_from, s_until).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var agreed = await session.Get<PriceBook>().AgreeListAsync(customer.Id, run.Get(s_key), OrderTexts.Day(run, s_from), OrderTexts.Day(run, s_until), token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, [agreed]);
            },
            token)),
        new Command("agree", "Agree on the price of a product with a customer.").With(s_customer, s_sku, s_price, s_quantity, OrderTexts.Currency, s_from, s_until).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var terms = new AgreedPrice(run.Get(s_sku), new Money(OrderTexts.Number("--price", run.Get(s_price)!), OrderTexts.CurrencyOf(run)))
                {
                    From = OrderTexts.Number("--from-quantity", run.Get(s_quantity)!), ValidFrom = OrderTexts.Day(run, s_from), ValidUntil = OrderTexts.Day(run, s_until),
                };
                var agreed = await session.Get<PriceBook>().AgreeAsync(customer.Id, terms, token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, [agreed]);
            },
            token)),
        new Command("end", "Set the last day of an agreement; today by default.").With(s_agreement, s_until).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = PriceAgreementId.TryParse(run.Get(s_agreement), null, out var known) ? known : throw CommandFailure.Refused([session.Errors.PriceAgreementNotFound(run.Get(s_agreement))]);
                var ended = await session.Get<PriceBook>().EndAsync(id, OrderTexts.Day(run, s_until) ?? session.Now.InUtc().Date, cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, [ended]);
            },
            token)),
        new Command("agreements", "What was agreed with a customer, the last agreement first.").With(s_customer).Does((run, token) => run.WithCrmAsync(
            async session => Write(run.Output, await session.Get<PriceBook>().AgreementsAsync((await session.CustomerAsync(run.Get(s_customer), token)).Id, cancellationToken: token)), token)));

    private static void Write(CommandOutput output, PriceList list) => output.Write(
        new
        {
            list.Key, list.Name, list.Currency, list.ValidFrom, list.ValidUntil, list.IsDefault,
            Prices = list.Lines.OrderBy(l => l.Sku, StringComparer.Ordinal).ThenBy(l => l.From).Select(l => new { Product = l.Sku, l.From, l.Price }), list.Version,
        },
        report => report
            .Heading(list.Name)
            .Fields(("Key", list.Key), ("Currency", list.Currency.Code), ("From", list.ValidFrom), ("Until", list.ValidUntil), ("For everybody", list.IsDefault))
            .Table(["Product", "From", "Price"], list.Lines.OrderBy(l => l.Sku, StringComparer.Ordinal).ThenBy(l => l.From).Select(l => new object?[] { l.Sku, l.From, l.Price })));

    private static void Write(CommandOutput output, IReadOnlyList<PriceAgreement> agreements) => output.Write(
        new { Agreements = agreements.Select(a => new { a.Id, a.CustomerId, a.PriceListId, Product = a.Sku, a.From, a.Price, a.ValidFrom, a.ValidUntil, a.AgreedAt }) },
        report => report.Table(
            ["Id", "Price list", "Product", "From", "Price", "Valid from", "Valid until"],
            agreements.Select(a => new object?[] { a.Id, a.PriceListId, a.Sku, a.From, a.Price, a.ValidFrom, a.ValidUntil })));
}
