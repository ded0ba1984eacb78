using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm product</c>: the default catalogue.</summary>
internal static class ProductCommands
{
    private static readonly Argument<string> s_sku = new("SKU") { Description = "The stock-keeping unit." };
    private static readonly Option<string?> s_name = new("--name") { Description = "The name; the stock-keeping unit by default." };
    private static readonly Option<string> s_price = new("--price") { Description = "The price of one.", Required = true };
    private static readonly Option<string?> s_cost = new("--cost") { Description = "What one costs the business." };
    private static readonly Option<string[]> s_parts = new("--of") { Description = "A component, as SKU or SKU=QUANTITY; none makes it a plain product. Repeat it for more." };
    private static readonly Option<string?> s_after = new("--after") { Description = "The last stock-keeping unit of the page before." };
    private static readonly Option<string> s_quantity = new("--quantity") { Description = "How much; 1 by default.", DefaultValueFactory = _ => "1" };
    private static readonly Option<string?> s_for = new("--for") { Description = $"The customer. {CustomerLookup.Keys}", HelpName = "CUSTOMER" };
    private static readonly Option<string?> s_on = new("--on") { Description = "The day; today by default.", HelpName = "DAY" };
    private static readonly Option<string?> s_in = new("--in") { Description = "The currency; that of the product's own price by default.", HelpName = "CURRENCY" };
    private static readonly Option<string?> s_list = new("--price-list") { Description = "A price list that comes before all others, by its key." };

    public static Command Create() => new Command("product", "Products, bundles and what they cost.").With(
        new Command("add", "Add a product.").With(s_sku, s_name, s_price, s_cost, OrderTexts.Currency).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (sku, currency) = (run.Get(s_sku), OrderTexts.CurrencyOf(run));
                var cost = run.Get(s_cost) is { } text ? new Money(OrderTexts.Number("--cost", text), currency) : null;
                await session.Get<Products>().AddAsync(sku, run.Get(s_name) ?? sku, new Money(OrderTexts.Number("--price", run.Get(s_price)!), currency), cost, token).OrFail();
                await SaveAndShowAsync(run, session, sku, token);
            },
            token)),
        Change("price", "Change a product's own price.", [s_price, OrderTexts.Currency], (run, session, sku, token) =>
            session.Get<Products>().RepriceAsync(sku, new Money(OrderTexts.Number("--price", run.Get(s_price)!), OrderTexts.CurrencyOf(run)), cancellationToken: token)),
        Change("compose", "Make a product a bundle of others, or a plain product again.", [s_parts], (run, session, sku, token) =>
            session.Get<Products>().ComposeAsync(sku, [.. (run.Get(s_parts) ?? []).Select(Part)], cancellationToken: token)),
        new Command("show", "One product of the catalogue.").With(s_sku).Does((run, token) => run.WithCrmAsync(session => ShowAsync(run, session, run.Get(s_sku), token), token)),
        new Command("list", "Products by stock-keeping unit.").With(s_after).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.Get<Products>().ListAsync(run.Get(s_after), cancellationToken: token);
                run.Output.Write(
                    new { Products = found },
                    report => report.Table(["Product", "Name", "Price", "Cost", "Made of"], found.Select(p => new object?[] { p.Sku, p.Name, p.Price, p.Cost, PartsOf(p) })));
            },
            token)),
        Explain());

    private static Command Explain() => new Command("explain", "What a product costs, and why.").With(s_sku, s_quantity, s_for, s_on, s_in, s_list).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var customer = run.Get(s_for) is { } key ? (await session.CustomerAsync(key, token)).Id : (Domain.Customers.CustomerId?)null;
            var currency = run.Get(s_in) is { } code ? OrderTexts.CurrencyOf("--in", code) : null;
            var price = await session.Get<PriceBook>().ExplainAsync(
                run.Get(s_sku), OrderTexts.Number("--quantity", run.Get(s_quantity)!), currency, customer, OrderTexts.Day(run, s_on), run.Get(s_list), token).OrFail();
            run.Output.Write(
                new { Product = run.Get(s_sku), price.Price, price.Explanation.Source, price.Explanation.PriceList, price.Explanation.From },
                report => report.Fields(
                    ("Product", run.Get(s_sku)), ("Price", price.Price), ("By", session.Errors.NameOf(price.Explanation.Source)), ("Price list", price.Explanation.PriceList), ("From", price.Explanation.From)));
        },
        token));

    private static Command Change(string name, string description, IEnumerable<Symbol> options, Func<Run, CrmSession, string, CancellationToken, Task<CrmResult<Product>>> change) =>
        new Command(name, description).With([s_sku, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                await change(run, session, run.Get(s_sku), token).OrFail();
                await SaveAndShowAsync(run, session, run.Get(s_sku), token);
            },
            token));

    private static async Task SaveAndShowAsync(Run run, CrmSession session, string sku, CancellationToken token)
    {
        await session.SaveAsync(token);
        await ShowAsync(run, session, sku, token);
    }

    private static async Task ShowAsync(Run run, CrmSession session, string sku, CancellationToken token)
    {
        var found = await session.Get<IProductCatalog>().FindAsync([sku], token);
        var product = found.GetValueOrDefault(sku).OrFail(session.Errors.ProductUnknown(sku));
        run.Output.Write(
            product,
            report => report.Heading(product.Name).Fields(("Product", product.Sku), ("Price", product.Price), ("Cost", product.Cost), ("Made of", PartsOf(product))));
    }

    private static BundleComponent Part(string text) => text.Split('=', 2) is [var sku, var quantity] ? new BundleComponent(sku, OrderTexts.Number("--of", quantity)) : new BundleComponent(text, 1);

    private static string? PartsOf(CatalogProduct product) =>
        product.Components.Count == 0 ? null : string.Join(", ", product.Components.Select(c => FormattableString.Invariant($"{c.Quantity:0.####} {c.Sku}")));
}
