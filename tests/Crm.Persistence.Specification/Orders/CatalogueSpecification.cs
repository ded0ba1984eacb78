using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Orders;

/// <summary>The default catalogue in the database: price lists, agreed prices, bundles; and what orders and quotes take from it.</summary>
[Trait("Check", "OR-01")]
public abstract class CatalogueSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Price_OfEveryRung_IsExplainedAndTakenByOrdersAndQuotes()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30);
        await work.AddProductAsync("cup", 5);
        var (anna, bruno) = (await work.RegisterAsync(), await work.RegisterAsync());
        var book = work.Get<PriceBook>();
        var today = host.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Rome"]).Date;
        (await book.AddAsync(new PriceListDetails("standard", "Standard", Currency.Eur) { IsDefault = true })).Errors.Should().BeEmpty();
        (await book.AddAsync(new PriceListDetails("past", "Past", Currency.Eur) { IsDefault = true, ValidUntil = today.PlusDays(-1) })).Errors.Should().BeEmpty();
        (await book.AddAsync(new PriceListDetails("dealer", "Dealers", Currency.Eur))).Errors.Should().BeEmpty();
        (await book.AddAsync(new PriceListDetails("dollars", "Dollars", Currency.Usd) { IsDefault = true })).Errors.Should().BeEmpty();
        await work.SaveAsync();
        await SetAsync("standard", "kettle", 28, 0);
        await SetAsync("standard", "kettle", 25, 10);
        await SetAsync("past", "kettle", 1, 0);
        await SetAsync("dealer", "kettle", 20, 5);
        (await book.SetPriceAsync("dollars", "kettle", new Money(33, Currency.Usd))).Errors.Should().BeEmpty();
        (await book.AgreeListAsync(anna, "dealer")).Errors.Should().BeEmpty();
        var agreed = (await book.AgreeAsync(anna, new AgreedPrice("cup", Known.Eur(4)))).Value;
        await work.SaveAsync();

        (await ExplainAsync("kettle", 1)).Should().Be((28m, new PriceExplanation(PriceSource.DefaultList, "standard", 0)));
        (await ExplainAsync("kettle", 10)).Should().Be((25m, new PriceExplanation(PriceSource.DefaultList, "standard", 10)));
        (await ExplainAsync("kettle", 10, anna)).Should().Be((20m, new PriceExplanation(PriceSource.CustomerList, "dealer", 5)));
        (await ExplainAsync("kettle", 4, anna)).Should().Be((28m, new PriceExplanation(PriceSource.DefaultList, "standard", 0)));
        (await ExplainAsync("kettle", 10, bruno)).Item1.Should().Be(25);
        (await ExplainAsync("cup", 1, anna)).Should().Be((4m, new PriceExplanation(PriceSource.CustomerPrice, null, 0)));
        (await ExplainAsync("cup", 1, bruno)).Should().Be((5m, PriceExplanation.OfProduct));
        (await book.ExplainAsync("kettle", 1, Currency.Usd)).Value.Price.Should().Be(new Money(33, Currency.Usd));
        (await book.ExplainAsync("cup", 1, Currency.Usd)).Errors.Single().Code.Should().Be("PriceNotFound");
        (await book.ExplainAsync("kettle", 5, list: "dealer")).Value.Explanation.Source.Should().Be(PriceSource.NamedList);
        (await book.ExplainAsync("kettle", 1, list: "past")).Errors.Single().Code.Should().Be("PriceListNotValid");
        (await book.ExplainAsync("kettle", 1, day: today.PlusDays(-1), list: "past")).Value.Price.Amount.Should().Be(1);
        (await book.ExplainAsync("kettle", 1, Currency.Eur, list: "dollars")).Errors.Single().Code.Should().Be("PriceListCurrencyDiffers");
        (await book.ExplainAsync("kettle", 1, list: "none")).Errors.Single().Code.Should().Be("PriceListNotFound");

        var order = (await work.Orders.PlaceAsync(new NewOrder(anna, [new NewOrderLine("kettle", 5), new NewOrderLine("cup", 2)]))).Value;
        (await work.Orders.PlaceAsync(new NewOrder(anna, [new NewOrderLine("kettle", 5)]) { PriceList = "past" })).Errors.Single().Code.Should().Be("PriceListNotValid");
        var quote = (await work.Get<QuoteDesk>().DraftAsync(new NewQuote(anna, new QuoteTerms(today.PlusDays(30)), [new QuoteLineDetails(5) { Sku = "kettle" }, new QuoteLineDetails(2) { Sku = "cup" }]))).Value;
        await work.SaveAsync();
        (order.Total.Amount, quote.Total.Amount).Should().Be((108m, 108m));

        (await book.EndAsync(agreed.Id, today.PlusDays(-1))).Errors.Should().BeEmpty();
        (await book.RemovePriceAsync("dealer", "kettle", 5)).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await ExplainAsync("cup", 1, anna)).Item1.Should().Be(5);
        (await ExplainAsync("kettle", 5, anna)).Item1.Should().Be(28);
        await using var later = host.Work();
        (await later.Orders.FindAsync(order.Id))!.Lines.OrderBy(l => l.Number).Select(l => (l.UnitPrice.Amount, l.PriceSource, l.PriceList, l.PriceFrom)).Should().Equal(
            (20m, PriceSource.CustomerList, "dealer", 5m), (4m, PriceSource.CustomerPrice, null, 0m));
        (await later.Get<PriceBook>().ListAsync(take: 2)).Select(l => l.Key).Should().Equal("dealer", "dollars");
        (await later.Get<PriceBook>().ListAsync("dollars")).Select(l => l.Key).Should().Equal("past", "standard");

        async Task SetAsync(string list, string sku, decimal price, decimal from) => (await book.SetPriceAsync(list, sku, Known.Eur(price), from)).Errors.Should().BeEmpty();

        async Task<(decimal, PriceExplanation)> ExplainAsync(string sku, decimal quantity, CustomerId? customer = null)
        {
            var price = (await book.ExplainAsync(sku, quantity, Currency.Eur, customer)).Value;
            return (price.Price.Amount, price.Explanation);
        }
    }

    [SkippableFact]
    public async Task Merge_Customers_MovesTheirAgreedPrices()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.AddProductAsync("cup", 5);
        var (kept, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        (await work.Get<PriceBook>().AgreeAsync(absorbed, new AgreedPrice("cup", Known.Eur(4)))).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await work.Merger.MergeAsync(kept, absorbed)).Errors.Should().BeEmpty();
        await work.SaveAsync();

        await using var after = host.Work();
        (await after.Orders.PlaceAsync(new NewOrder(kept, [new NewOrderLine("cup", 1)]))).Value.Total.Amount.Should().Be(4);
        (await after.Get<PriceBook>().AgreementsAsync(kept)).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Bundle_IsComposedAnewAndExplodesIntoItsParts()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        foreach (var (sku, price) in new[] { ("kettle", 30m), ("cup", 5m), ("tray", 12m), ("set", 50m) })
        {
            await work.AddProductAsync(sku, price, price / 2);
        }

        var products = work.Get<Products>();
        (await products.ComposeAsync("set", [new("kettle", 1), new("cup", 6)])).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await products.ComposeAsync("set", [new("tray", 1), new("kettle", 1), new("cup", 4)])).Errors.Should().BeEmpty();
        await work.SaveAsync();
        (await products.ComposeAsync("tray", [new("cup", 1)])).Errors.Single().Code.Should().Be("BundleNested");
        (await products.ComposeAsync("kettle", [new("set", 1)])).Errors.Single().Code.Should().Be("BundleNested");
        (await products.ComposeAsync("cup", [new("gone", 1)])).Errors.Single().Code.Should().Be("BundleNested");
        (await products.AddAsync("cup", "Cup", Known.Eur(1))).Errors.Single().Code.Should().Be("AlreadyExists");

        var order = (await work.Orders.PlaceAsync(new NewOrder(await work.RegisterAsync(), [new NewOrderLine("set", 1)]))).Value;
        await work.SaveAsync();

        await using var later = host.Work();
        var stored = (await later.Orders.FindAsync(order.Id))!;
        stored.Lines.OrderBy(l => l.Number).Select(l => (l.Sku, l.BundleSku, l.Quantity, l.Total.Amount)).Should().Equal(
            ("tray", "set", 1m, 9.68m), ("kettle", "set", 1m, 24.19m), ("cup", "set", 4m, 16.13m));
        stored.Total.Amount.Should().Be(50);
        (await later.Get<Products>().ListAsync(take: 1)).Single().Sku.Should().Be("cup");
        (await later.Get<Products>().ListAsync("kettle")).Select(p => (p.Sku, p.Components.Count)).Should().Equal(("set", 3), ("tray", 0));
    }

    [SkippableFact]
    public async Task Catalogue_OfTheHost_TakesTheOthersPlace()
    {
        var host = await HostAsync(s => s.Services = all => all.AddScoped<IProductCatalog, OneProduct>());
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 30);
        var customer = await work.RegisterAsync();

        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Errors.Single().Code.Should().Be("ProductUnknown");
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("only", 2)]))).Value.Total.Amount.Should().Be(14);
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("only", 1)]) { PriceList = "any" })).Errors.Single().Code.Should().Be("PriceListNotFound");
        (await work.Get<PriceBook>().ExplainAsync("only", 1)).Value.Explanation.Source.Should().Be(PriceSource.Product);
        await work.SaveAsync();
    }

    [SkippableFact]
    public async Task Doors_ForCustomers_AreClosed()
    {
        var host = await HostAsync();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<Products>().AddAsync("cup", "Cup", Known.Eur(1))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<PriceBook>().AddAsync(new PriceListDetails("x", "x", Currency.Eur))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<Stockroom>().KeepAsync("cup", 1)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<Products>().ListAsync()).Should().BeEmpty();
        (await guest.Get<Stockroom>().ListAsync()).Should().BeEmpty();
        (await guest.Get<PriceBook>().ListAsync()).Should().BeEmpty();
    }

    private sealed class OneProduct : IProductCatalog
    {
        public Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, CatalogProduct>>(skus.Where(s => s == "only").ToDictionary(s => s, s => new CatalogProduct(s, "The only one", Known.Eur(7))));
    }
}
