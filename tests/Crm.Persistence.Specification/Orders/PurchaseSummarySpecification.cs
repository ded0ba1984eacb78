using Crm.Analytics.Purchases;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Orders;

/// <summary>Summaries that the database reckons equal the same reckoned in memory from orders.</summary>
public abstract class PurchaseSummarySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task SummariesAsync_RandomHistory_EqualsMemory()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Pacific/Auckland");
        var orders = await HistoryAsync(host);
        await using var work = host.Work();
        var queries = work.Get<IPurchaseQueries>();
        var last = orders.SelectMany(o => o.Facts).Max(f => f.PurchasedOn);
        foreach (var currency in new[] { Currency.Eur, Currency.Usd, Currency.FromCode("JPY") })
        {
            foreach (var through in new LocalDate?[] { null, last, last.PlusDays(-20), last.PlusDays(-400) })
            {
                var summaries = await queries.SummariesAsync(currency, through, default);
                summaries.Should().Equal(InMemory(orders, currency, through), $"{currency.Code} through {through}");
            }
        }
    }

    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task SummariesAsync_FiguresOfModels_EqualThoseOfTheLog()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Pacific/Auckland");
        var orders = await HistoryAsync(host);
        await using var work = host.Work();
        var queries = work.Get<IPurchaseQueries>();
        var last = orders.SelectMany(o => o.Facts).Max(f => f.PurchasedOn);
        foreach (var (currency, asOf) in from c in new[] { Currency.Eur, Currency.Usd } from back in new[] { 0, 20, 60 } select (c, last.PlusDays(-back)))
        {
            var facts = (await queries.StreamAsync(asOf, default).ToListAsync()).Where(f => f.Amount.Currency == currency);
            var log = CustomerSummaries.From(PurchaseLog.From(facts.Select(PurchaseRow.From)), new SummaryOptions { AsOf = asOf });
            var pure = Enumerable.Range(0, log.Count).Where(i => log.PurchaseDays[i] > 0).Select(i => log[i])
                .Select(s => (s.Customer.AsGuid(), s.Frequency, s.RecencyDays, s.AgeDays, s.Monetary, s.Total, s.Orders, s.FirstDay!.Value, s.LastDay!.Value));
            var pushed = (await queries.SummariesAsync(currency, asOf, default)).OrderBy(s => s.CustomerId)
                .Select(s => (s.CustomerId.Value, s.Frequency, s.RecencyDays, s.AgeDays(asOf), s.Monetary, s.Total.Amount, s.Orders, s.First, s.Last)).ToList();
            pushed.Should().NotBeEmpty().And.BeEquivalentTo(pure, $"{currency} as of {asOf}");
        }
    }

    [SkippableFact]
    public async Task StreamAndHistory_RandomHistory_HoldEveryFact()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Pacific/Auckland");
        var orders = await HistoryAsync(host);
        await using var work = host.Work();
        var streamed = await work.Get<IPurchaseQueries>().StreamAsync(null, default).ToListAsync();
        var facts = orders.SelectMany(o => o.Facts).ToList();
        streamed.Should().HaveCount(facts.Count);
        streamed.Sum(f => f.Amount.Amount).Should().Be(facts.Sum(f => f.Amount.Amount));
        foreach (var customer in orders.Select(o => o.CustomerId).Distinct())
        {
            var history = await work.Orders.HistoryAsync(customer);
            history.Should().HaveCount(facts.Count(f => f.CustomerId == customer)).And.BeInDescendingOrder(f => f.PurchasedOn);
            (await work.Orders.OrdersAsync(customer, 3)).Select(o => o.Id)
                .Should().Equal(orders.Where(o => o.CustomerId == customer).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(3).Select(o => o.Id));
        }
    }

    [SkippableFact]
    public async Task PurchasedOn_IsTheDayOfTheBusinessZone()
    {
        var host = await HostAsync(s => s.Crm = o => o.BusinessTimeZone = "Pacific/Auckland");
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        await work.AddProductAsync("kettle", 10);
        host.Clock.Now = Instant.FromUtc(2026, 6, 1, 12, 30);
        (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Orders.HistoryAsync(customer)).Single().PurchasedOn.Should().Be(new LocalDate(2026, 6, 2));
    }

    private static IEnumerable<CustomerPurchaseSummary> InMemory(IReadOnlyList<Order> orders, Currency currency, LocalDate? through) =>
        from customer in orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key)
        let facts = customer.SelectMany(o => o.Facts, (o, f) => (Order: o.Id, Fact: f)).Where(f => f.Fact.Amount.Currency == currency && (through is null || f.Fact.PurchasedOn <= through)).ToList()
        let sales = facts.Where(f => f.Fact.Kind == PurchaseKind.Sale).ToList()
        where sales.Count > 0
        let first = sales.Min(f => f.Fact.PurchasedOn)
        select new CustomerPurchaseSummary(
            customer.Key,
            sales.Select(f => f.Fact.PurchasedOn).Distinct().Count(),
            first,
            sales.Max(f => f.Fact.PurchasedOn),
            sales.Select(f => f.Order).Distinct().Count(),
            new Money(facts.Sum(f => f.Fact.Amount.Amount), currency),
            new Money(sales.Where(f => f.Fact.PurchasedOn == first).Sum(f => f.Fact.Amount.Amount), currency),
            new Money(facts.Where(f => f.Fact.PurchasedOn > first).Sum(f => f.Fact.Amount.Amount), currency));

    private static async Task<IReadOnlyList<Order>> HistoryAsync(CrmTestHost<SpecificationContext> host)
    {
        var random = new Random(20260601);
        await using var work = host.Work();
        await work.AddProductAsync("kettle", 19.99m, 7.5m);
        await work.AddProductAsync("tea", 0.3333m);
        var customers = new List<CustomerId>();
        for (var i = 0; i < 8; i++)
        {
            customers.Add(await work.RegisterAsync(new NewCustomer { OrganisationName = $"Buyer {i}" }));
        }

        var orders = new List<Order>();
        for (var i = 0; i < 120; i++)
        {
            host.Clock.Advance(Duration.FromHours(random.Next(0, 30)));
            var customer = customers[random.Next(customers.Count - 1)];
            var price = new Money(random.Next(0, 1_000_000) / 10_000m, random.Next(3) == 0 ? Currency.Usd : Currency.Eur);
            var lines = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new NewOrderLine(random.Next(2) == 0 ? "kettle" : "tea", random.Next(1, 50_000) / 10_000m) { UnitPrice = price }).ToList();
            orders.Add((await work.Orders.PlaceAsync(new NewOrder(customer, lines))).Value);
            var earlier = orders[random.Next(orders.Count)];
            if (random.Next(3) == 0)
            {
                await work.Orders.CompleteAsync(earlier.Id);
                await work.Orders.ReturnAsync(earlier.Id, 1, decimal.Round(earlier.Lines[0].Returnable / random.Next(1, 3), 4, MidpointRounding.ToZero));
            }
            else if (random.Next(8) == 0)
            {
                await work.Orders.CancelAsync(earlier.Id);
            }
        }

        await work.SaveAsync();
        orders.SelectMany(o => o.Facts).Select(f => f.Kind).Distinct().Should().HaveCount(3);
        return orders;
    }
}
