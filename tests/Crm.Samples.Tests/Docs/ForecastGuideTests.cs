using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/from-lead-to-order.md says of forecasts, quotas and chances.</summary>
public sealed class ForecastGuideTests
{
    [Fact]
    [Trait("Check", "SF-10")]
    public async Task Forecast_OfThePast_IsWhatWasReportedThen()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var deal = await OpenAsync(host);
        var then = host.Clock.Now;
        host.Clock.Advance(Duration.FromDays(1));
        (await host.Get<OpportunityDesk>().ExpectCloseAsync(deal, new LocalDate(2030, 9, 30))).Succeeded.Should().BeTrue();
        (await host.Get<SalesPipeline>().MoveAsync(deal, "negotiation")).Succeeded.Should().BeTrue();
        await host.SaveAsync();

        (await ForecastGuide.ForecastAsync(host.Get<ForecastReports>(), then)).Should().Equal("2030-09: 800 EUR, 1000 of it promised", "without a day: 100 EUR");
    }

    [Fact]
    [Trait("Check", "SF-11")]
    public async Task Team_RollsUpWithQuotaAndJudgement()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var deal = await OpenAsync(host);
        (await host.Get<SalesPipeline>().WinAsync(deal)).Succeeded.Should().BeTrue();
        await host.SaveAsync();
        var period = ForecastPeriod.Of(host.Clock.Now.InUtc().Date, ForecastPeriodLength.Quarter);

        (await ForecastGuide.TeamAsync(host.Get<SalesTeams>(), host.Get<ICrmUnitOfWork>(), period)).Should().Equal(
            "ana: 1000 won, commit 2000, quota , ", FormattableString.Invariant($"cleo: 1000 won, commit 2000, quota 3000, {1 / 3.0:P0}"));
    }

    private static async Task<OpportunityId> OpenAsync(GuideHost<CrmDbContext> host)
    {
        await host.Get<Pipelines>().CreateAsync(PipelineDefinition.Standard);
        var firm = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Acme" })).Value.Id;
        await host.SaveAsync();
        var deal = (await host.Get<SalesPipeline>().OpenAsync(new OpportunityDetails(firm, "Kettles") { Amount = new Money(1_000, Currency.Eur), OwnerId = "ana" })).Value.Id;
        await host.SaveAsync();
        return deal;
    }
}
