using Crm.Analytics.Insights;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/insights.md says.</summary>
public sealed class InsightsGuideTests
{
    private static readonly LocalDate s_yesterday = new(2026, 5, 31);

    [Fact]
    [Trait("Check", "AN-02")]
    public async Task Insights_FromRegistrationToThePast()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: crm =>
        {
            crm.Services.AddSingleton<InsightsGuide.ReminderList>();
            InsightsGuide.Register(crm);
        });
        var ids = await BuyAsync(host);
        var (anna, bob) = (ids[0], ids[1]);
        var scopes = host.Get<ICrmScopeFactory>();
        (await InsightsGuide.NightAsync(scopes, null, s_yesterday.PlusDays(-40), default)).Basis.Settings.Margin.Should().Be(0.35);
        var then = (await host.Get<CustomerInsights>().FindAsync(anna))!.Figures;
        var night = await InsightsGuide.NightAsync(scopes, null, s_yesterday, default);
        night.Basis.Purchases!.Name.Should().Be("MBG/NBD");

        await host.DispatchAsync();
        var reminded = host.Get<InsightsGuide.ReminderList>().Items;
        reminded.Should().OnlyHaveUniqueItems(r => r.Customer).And.Contain(r => r.Customer == bob).And.NotContain(r => r.Customer == anna);

        var (sentence, leaving) = await InsightsGuide.ReadAsync(host.Get<CustomerInsights>(), anna);
        sentence.Should().Contain("MBG/NBD, 2025-12-01 to 2026-05-31");
        leaving.Should().HaveCount(10).And.BeInDescendingOrder(r => r.ChurnProbability);
        (await InsightsGuide.OverdueAsync(host.Get<CustomerSegments>())).Items.Should().NotContain(c => c.Id == anna);

        (await InsightsGuide.ThenAsync(host.Get<InsightRefresh>(), anna, s_yesterday.PlusDays(-40))).SaysTheSameAs(then).Should().BeTrue();
        (await InsightsGuide.NoonAsync(host.Get<InsightRefresh>(), night)).Value.Outcome.Written.Should().Be(0, "nobody bought since");
    }

    // Anna and others buy every second week to the end, Bob and others stopped in March.
    private static async Task<IReadOnlyList<CustomerId>> BuyAsync(GuideHost<CrmDbContext> host)
    {
        var (ids, rows, random) = (new List<CustomerId>(), new List<ImportedPurchase>(), new Random(1));
        for (var i = 0; i < 40; i++)
        {
            ids.Add((await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName($"Buyer{i}", "Known") })).Value.Id);
            var until = i % 2 == 0 ? s_yesterday : new LocalDate(2026, 3, 1).PlusDays(random.Next(20));
            for (var day = new LocalDate(2025, 12, 1).PlusDays(i % 7); day <= until; day = day.PlusDays(12 + random.Next(5)))
            {
                rows.Add(new(ids[i], day, 1, new Money(10 + random.Next(40), Currency.Eur)));
            }
        }

        await host.SaveAsync();
        (await host.Get<OrderBook>().ImportAsync("till", rows.ToAsyncEnumerable())).Succeeded.Should().BeTrue();
        return ids;
    }
}
