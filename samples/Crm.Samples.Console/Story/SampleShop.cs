using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Orders;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>Fills a fresh database with the sample data: products, articles, what the desk promises, customers, a year and a half of purchases.</summary>
internal sealed class SampleShop(CrmHost host)
{
    /// <summary>The system that the customers' ids belong to.</summary>
    public const string System = "cdnow";

    private static readonly Actor s_editor = Actor.Agent("edith", "Edith Moreau");
    private static readonly Actor s_import = Actor.System("import");

    public async Task<ShopOpening> OpenAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var products = await AddProductsAsync(cancellationToken);
        var articles = await PublishArticlesAsync(cancellationToken);
        await PromiseAsync(cancellationToken);
        var file = CustomerSource.Of(TextSource.Embedded("data/customers.csv"), CustomerLayout.Crm);
        await using var session = host.Begin(s_import);
        var customers = await session.Get<CustomerImporter>().ImportAsync(
            file.File, file.RowsAsync(cancellationToken), new CustomerImportOptions { System = System, OnDuplicate = DuplicatePolicy.Skip }, cancellationToken: cancellationToken).OrFail();
        var lines = new List<PurchaseLine>();
        PurchaseFile.Read(TextSource.Embedded("data/purchases.csv"), ColumnMap.Parse(null, PurchaseFile.Names), lines.Add);
        var purchases = await new PurchaseImport(host, s_import, System, Currency.Usd).RunAsync(lines, progress, cancellationToken);
        return new ShopOpening(products, articles, customers.Created + purchases.CustomersCreated, customers.Created, purchases.Orders);
    }

    private async Task<int> AddProductsAsync(CancellationToken cancellationToken)
    {
        await using var session = host.Begin(s_editor);
        var count = 0;
        DelimitedText.ReadRows(
            TextSource.Embedded("data/products.csv"),
            ColumnMap.Parse(null, []),
            ["sku", "name", "price", "cost", "currency"],
            ["sku", "name", "price", "cost", "currency"],
            row =>
            {
                var currency = Currency.FromCode(row.Required("currency"));
                var (price, cost) = (new Money(row.Number("price") ?? 0, currency), new Money(row.Number("cost") ?? 0, currency));
                session.Get<IProductStore>().Add(new Product(ProductId.New(session.Now), row.Required("sku"), row.Required("name"), price, session.Now, cost));
                count++;
            });
        await session.SaveAsync(cancellationToken);
        return count;
    }

    private async Task<int> PublishArticlesAsync(CancellationToken cancellationToken)
    {
        await using var session = host.Begin(s_editor);
        foreach (var article in SampleArticle.All)
        {
            var written = await session.Knowledge.WriteAsync(article.Content, article.Audience, cancellationToken: cancellationToken).OrFail();
            await session.Knowledge.PublishAsync(written.Id, cancellationToken: cancellationToken).OrFail();
        }

        await session.SaveAsync(cancellationToken);
        return SampleArticle.All.Count;
    }

    private async Task PromiseAsync(CancellationToken cancellationToken)
    {
        await using var session = host.Begin(s_editor);
        var hours = ServiceHours.Of(BusinessHours.In("America/New_York").OnWeekdays("08:00-18:00").On(IsoDayOfWeek.Saturday, "08:00-18:00").Build());
        await session.Get<ServiceCalendars>().CreateAsync("default", "Care desk", hours, cancellationToken).OrFail();
        var promise = new SlaPromise { FirstResponse = SlaDuration.OfMinutes(60), NextResponse = SlaDuration.OfMinutes(240), Resolution = SlaDuration.OfMinutes(12 * 60) };
        await session.Get<SlaPolicies>().CreateAsync(new SlaPolicyDetails("Care"), SlaPolicyTerms.ForAll(promise), isDefault: true, cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
    }
}
