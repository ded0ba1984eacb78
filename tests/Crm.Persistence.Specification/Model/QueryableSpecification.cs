using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Model;

/// <summary>What a host may write in LINQ over our entities means the same in both databases as in C#.</summary>
public abstract class QueryableSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly decimal[] s_amounts = [0, 0.0001m, 9.99m, 10m, 10.0000m, 99.5m, 100m, 1_000m, 99_999_999.9999m, 900_000_000_000m];

    [SkippableFact]
    public async Task Money_ComparedAndSummed_AgreesWithMemory()
    {
        var (work, products) = await ProductsAsync();
        await using var ended = work;
        var set = work.Context.Set<Product>();
        foreach (var limit in s_amounts.Append(55m))
        {
            (await set.CountAsync(p => p.Price.Amount > limit)).Should().Be(products.Count(p => p.Price.Amount > limit));
            (await set.CountAsync(p => p.Price.Amount >= limit)).Should().Be(products.Count(p => p.Price.Amount >= limit));
            (await set.CountAsync(p => p.Price.Amount == limit)).Should().Be(products.Count(p => p.Price.Amount == limit));
            (await set.CountAsync(p => p.Price.Amount < limit)).Should().Be(products.Count(p => p.Price.Amount < limit));
        }

        (await set.SumAsync(p => p.Price.Amount)).Should().Be(products.Sum(p => p.Price.Amount));
        (await set.MinAsync(p => p.Price.Amount)).Should().Be(0);
        (await set.MaxAsync(p => p.Price.Amount)).Should().Be(900_000_000_000m);
        (await set.Where(p => p.Sku == "none").SumAsync(p => p.Price.Amount)).Should().Be(0);
        (await set.Where(p => p.Sku == "none").MaxAsync(p => (decimal?)p.Price.Amount)).Should().BeNull();
        (await set.OrderByDescending(p => p.Price.Amount).ThenBy(p => p.Sku).Select(p => p.Sku).ToListAsync())
            .Should().Equal(products.OrderByDescending(p => p.Price.Amount).ThenBy(p => p.Sku, StringComparer.Ordinal).Select(p => p.Sku));
        decimal[] some = [10m, 99.5m];
        (await set.CountAsync(p => some.Contains(p.Price.Amount))).Should().Be(3);
        (await set.GroupBy(p => p.Price.Currency).Select(g => new { g.Key, Sum = g.Sum(p => p.Price.Amount), Max = g.Max(p => p.Price.Amount) }).ToListAsync())
            .Should().BeEquivalentTo(products.GroupBy(p => p.Price.Currency).Select(g => new { g.Key, Sum = g.Sum(p => p.Price.Amount), Max = g.Max(p => p.Price.Amount) }));
    }

    [SkippableFact]
    public async Task Money_Whole_ComparesByValue()
    {
        var (work, _) = await ProductsAsync();
        await using var ended = work;
        var set = work.Context.Set<Product>();
        var ten = new Money(10, Currency.Eur);
        (await set.CountAsync(p => p.Price == ten)).Should().Be(1, "the other ten are dollars");
        (await set.CountAsync(p => p.Cost == null)).Should().Be(5);
        (await set.CountAsync(p => p.Cost != null && p.Cost.Amount < 0)).Should().Be(5);
        var eur = Currency.Eur;
        (await set.CountAsync(p => p.Price.Currency == eur)).Should().Be(5);
    }

    [SkippableFact]
    public async Task Ids_ComparedAndContained_Translate()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var ids = new List<CustomerId>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await work.RegisterAsync(new NewCustomer { OrganisationName = $"Ordered {i}" }));
        }

        await work.History.RecordAsync(new ContactDetails(ids[0], Channels.Web, Direction.Inbound, "S") { OrganisationId = ids[1] });
        await work.History.RecordAsync(new ContactDetails(ids[0], Channels.Web, Direction.Inbound, "S"));
        await work.SaveAsync();
        ids.Should().BeInAscendingOrder();
        var (middle, some) = (ids[2], new[] { ids[1], ids[4] });
        var set = work.Context.Set<Customer>();
        (await set.Where(c => c.Id < middle).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()).Should().Equal(ids.Take(2));
        (await set.Where(c => c.Id <= middle).CountAsync()).Should().Be(3);
        (await set.Where(c => c.Id > middle).OrderByDescending(c => c.Id).Select(c => c.Id).ToListAsync()).Should().Equal(ids[4], ids[3]);
        (await set.Where(c => c.Id >= middle).CountAsync()).Should().Be(3);
        (await set.Where(c => c.Id != middle).CountAsync()).Should().Be(4);
        (await set.Where(c => some.Contains(c.Id)).CountAsync()).Should().Be(2);
        var interactions = work.Context.Set<Interaction>();
        (await interactions.CountAsync(i => i.OrganisationId != null && some.Contains(i.OrganisationId.Value))).Should().Be(1);
        (await interactions.CountAsync(i => i.OrganisationId == ids[1])).Should().Be(1);
        (await interactions.CountAsync(i => i.OrganisationId == null)).Should().Be(1);
        (await interactions.Join(set, i => i.OrganisationId, c => c.Id, (i, c) => c.DisplayName).ToListAsync()).Should().Equal("Ordered 1");
        (await set.OfType<Organisation>().CountAsync()).Should().Be(5);
        (await set.CountAsync(c => c is Person)).Should().Be(0);
    }

    [SkippableFact]
    public async Task Instants_DatesAndNames_Translate()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var start = host.Clock.Now;
        for (var i = 0; i < 4; i++)
        {
            await work.RegisterAsync(new NewCustomer { Name = new PersonName($"Given {i}", "Family"), BirthDate = new NodaTime.LocalDate(1980 + i, 1, 1) });
            host.Clock.Advance(NodaTime.Duration.FromTicks(100_000 * 10L));
        }

        var (middle, day) = (start + NodaTime.Duration.FromTicks(200_000 * 10L), new NodaTime.LocalDate(1982, 1, 1));
        var people = work.Context.Set<Person>();
        (await people.CountAsync(p => p.CreatedAt < middle)).Should().Be(2);
        (await people.CountAsync(p => p.CreatedAt == middle)).Should().Be(1);
        (await people.MaxAsync(p => p.CreatedAt)).Should().Be(start + NodaTime.Duration.FromTicks(300_000 * 10L));
        (await people.CountAsync(p => p.BirthDate >= day)).Should().Be(2);
        (await people.Where(p => p.Name.Given == "Given 3").Select(p => p.BirthDate).SingleAsync()).Should().Be(new NodaTime.LocalDate(1983, 1, 1));
        (await people.OrderBy(p => p.Name.Given).Select(p => p.Name.Given).FirstAsync()).Should().Be("Given 0");
    }

    private async Task<(CrmWork<SpecificationContext> Work, IReadOnlyList<Product> Products)> ProductsAsync()
    {
        var host = await HostAsync();
        var work = host.Work();
        var now = host.Clock.Now;
        var products = s_amounts.Select((a, i) => new Product(
            ProductId.New(now), $"sku-{i}", "Name", new Money(a, i % 2 == 0 ? Currency.Usd : Currency.Eur), now, i % 2 == 0 ? null : new Money(-a - 1, Currency.Eur))).ToList();
        work.Context.AddRange(products);
        await work.SaveAsync();
        work.Context.ChangeTracker.Clear();
        return (work, products);
    }
}
