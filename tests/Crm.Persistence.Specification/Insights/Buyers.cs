using Crm.Analytics.Insights;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Insights;

/// <summary>Simulated buyers: each has a rate and may leave after any purchase; some bring goods back, some pay in another currency.</summary>
public static class Buyers
{
    public static LocalDate First { get; } = new(2025, 1, 1);

    public static LocalDate Last { get; } = new(2026, 5, 31);

    /// <summary>Registers customers.</summary>
    public static async Task<IReadOnlyList<CustomerId>> RegisterAsync<TContext>(CrmTestHost<TContext> host, int count)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var ids = new List<CustomerId>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName($"Buyer{i}", "Known") })).Value.Id);
        }

        await work.SaveAsync();
        return ids;
    }

    /// <summary>The purchases of customers, in the order of days.</summary>
    public static IReadOnlyList<ImportedPurchase> Purchases(IReadOnlyList<CustomerId> ids, int seed)
    {
        var random = new Random(seed);
        var rows = new List<ImportedPurchase>();
        foreach (var id in ids)
        {
            var (gap, leaves, price) = (10 + random.Next(90), 0.05 + (0.25 * random.NextDouble()), 5 + random.Next(200));
            for (var day = First.PlusDays(random.Next(200)); day <= Last; day = day.PlusDays(1 + random.Next(2 * gap)))
            {
                rows.Add(new(id, day, 1, Known.Eur(price + (random.Next(0, 20_000) / 10_000m))));
                if (random.Next(10) == 0)
                {
                    rows.Add(new(id, day, 2, Known.Eur(price)));
                }

                if (random.Next(12) == 0)
                {
                    rows.Add(new(id, day.PlusDays(random.Next(4)), -1, Known.Eur(-price / 2m)));
                }

                if (random.Next(15) == 0)
                {
                    rows.Add(new(id, day, 1, new Money(price, Currency.Usd)));
                }

                if (random.NextDouble() < leaves)
                {
                    break;
                }
            }
        }

        return [.. rows.Where(r => r.On <= Last).OrderBy(r => r.On)];
    }

    public static async Task ImportAsync<TContext>(CrmTestHost<TContext> host, IEnumerable<ImportedPurchase> rows, string system = "till")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        (await work.Orders.ImportAsync(system, rows.ToAsyncEnumerable())).Succeeded.Should().BeTrue();
    }

    /// <summary>Refreshes and expects success.</summary>
    public static async Task<InsightRunSummary> RefreshAsync<TContext>(CrmTestHost<TContext> host, InsightRequest request)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.Get<InsightRefresh>().RunAsync(request)).Value;
    }

    public static Task<InsightRunSummary> RefreshAsync<TContext>(CrmTestHost<TContext> host, LocalDate asOf)
        where TContext : DbContext, ICrmDbContext => RefreshAsync(host, new InsightRequest(asOf));

    /// <summary>Every row, by customer.</summary>
    public static async Task<IReadOnlyList<CustomerInsight>> RowsAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.Context.Set<CustomerInsight>().AsNoTracking().ToListAsync()).OrderBy(i => i.CustomerId).ToList();
    }

    /// <summary>The figures alone: without run and instant, which tell only who wrote them.</summary>
    public static IReadOnlyList<CustomerInsight> Figures(IEnumerable<CustomerInsight> rows) =>
        [.. rows.OrderBy(r => r.CustomerId).Select(r => r with { RunId = default, ComputedAt = default })];

    /// <summary>Figures of one customer as a refresh leaves them, with a run that explains them.</summary>
    public static CustomerInsight Figures(CustomerId id, InsightRunId run, LocalDate asOf) => new()
    {
        CustomerId = id, RunId = run, AsOf = asOf, Currency = Currency.Eur, Orders = 2, PurchaseDays = 2, FirstPurchaseOn = asOf.PlusDays(-90), LastPurchaseOn = asOf.PlusDays(-60),
        Spent = 60, HistoricValue = 60, Segment = "At risk", ChurnProbability = 0.75m, IsAtRisk = true, LifetimeValue = 12.5m, NextPurchaseFrom = asOf.PlusDays(-40), NextPurchaseOn = asOf.PlusDays(-30),
        NextPurchaseUntil = asOf.PlusDays(-20), OverdueSince = asOf.PlusDays(-19), ComputedAt = Instant.FromUtc(2026, 6, 1, 8, 0),
    };

    public static InsightRun Run(LocalDate asOf, Instant now) => new(
        InsightRunId.New(now), asOf, Currency.Eur, new InsightData(2, 0, 1, asOf, asOf),
        new InsightBasis(new InsightSettings
        {
            HorizonDays = 365, DiscountRate = 0.1, Margin = 1, Confidence = 0.9, NextPurchaseLevel = 0.8, OverdueIntervals = 1, ChurnThreshold = 0.5, Bands = 5, Ties = "Threshold",
        }),
        null, now);

    /// <summary>Writes rows past a refresh.</summary>
    public static async Task PlantAsync<TContext>(CrmWork<TContext> work, InsightRun run, params CustomerInsight[] rows)
        where TContext : DbContext, ICrmDbContext => (await work.UnitOfWork.InTransactionAsync<InsightRun>(async token =>
    {
        work.Get<IInsightStore>().Add(run);
        await work.Get<IInsightStore>().ReplaceAsync(rows, [], token);
        return run;
    })).Succeeded.Should().BeTrue();

    /// <summary>Names of the events of figures that wait in the outbox or were delivered, each with its payload.</summary>
    public static async Task<IReadOnlyList<(string Name, string Payload)>> EventsAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var all = await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.AggregateType == nameof(CustomerInsight)).OrderBy(m => m.Id).ToListAsync();
        return all.ConvertAll(m => (m.EventName, m.Payload));
    }
}
