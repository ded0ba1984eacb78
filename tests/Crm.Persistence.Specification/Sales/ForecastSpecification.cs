using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Forecasts summed in the database: as reckoned by hand, and at any past instant as they were reported then.</summary>
public abstract class ForecastSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Zone = "Pacific/Auckland";

    [SkippableTheory]
    [InlineData(1, ForecastPeriodLength.Month)]
    [InlineData(2, ForecastPeriodLength.Quarter)]
    [InlineData(3, ForecastPeriodLength.Month)]
    [Trait("Check", "SF-09")]
    [Trait("Check", "SF-10")]
    public async Task AnyStory_AsOfAnyPastInstant_IsWhatWasReportedThenAndWhatThePureForecastSays(int seed, ForecastPeriodLength length)
    {
        var host = await HostAsync<SpecificationContext>(s => s.Crm = o => o.BusinessTimeZone = Zone);
        var story = new SalesStory<SpecificationContext>(host, seed);
        await story.BeginAsync();
        var begun = host.Clock.Now;
        var reported = new List<Forecast>();
        for (var step = 0; step < 160; step++)
        {
            await story.StepAsync();
            if (step % 8 == 0)
            {
                reported.Add(await ForecastAsync(host, new ForecastQuestion { Length = length }));
                host.Clock.Advance(Duration.FromMilliseconds(1));
            }
        }

        foreach (var then in reported)
        {
            var again = await ForecastAsync(host, new ForecastQuestion { Length = length, AsOf = then.AsOf });
            again.Should().BeEquivalentTo(then, o => o.WithStrictOrdering());
            var pure = SalesForecast.AsOf(story.Histories, SalesStory<SpecificationContext>.Stages, then.AsOf, new ForecastOptions { Length = length, Zone = DateTimeZoneProviders.Tzdb[Zone] });
            again.Should().BeEquivalentTo(pure, o => o.WithStrictOrdering().For(f => f.Funnel).Exclude(s => s.Name).For(f => f.Funnel).Exclude(s => s.PipelineId));
        }

        reported[^1].Rows.Should().NotBeEmpty();
        reported[^1].Rows.Sum(r => r.Figures.WonDeals).Should().BePositive("a story without a won deal proves little");
        var before = await ForecastAsync(host, new ForecastQuestion { AsOf = begun - Duration.FromDays(1) });
        (before.Rows.Count, before.Undated.Count, before.Funnel.Sum(f => f.Reached)).Should().Be((0, 0, 0), "nothing was open yet");
    }

    [SkippableFact]
    [Trait("Check", "SF-09")]
    public async Task Forecast_ByHand_CountsOpenByChanceWonInFullAndLostAsNothing()
    {
        var host = await HostAsync<SpecificationContext>(s => s.Crm = o => o.BusinessTimeZone = Zone);
        await using var work = host.Work();
        var (pipeline, other) = (await work.PipelineAsync(), await work.PipelineAsync("Partners"));
        var customer = await work.RegisterAsync();
        var desk = work.Get<OpportunityDesk>();
        var (open, won, lost, none) = (await work.OpenDealAsync(customer, 1_000.5m), await work.OpenDealAsync(customer, 2_000), await work.OpenDealAsync(customer, 4_000), await work.OpenDealAsync(customer, null));
        (await desk.ExpectCloseAsync(open.Id, new LocalDate(2030, 3, 31))).Succeeded.Should().BeTrue();
        (await desk.AssignAsync(lost.Id, "bob", null)).Succeeded.Should().BeTrue();
        (await work.Deals().TransferAsync(open.Id, other.Id, "proposal")).Succeeded.Should().BeTrue();
        // In Auckland it is next month already.
        host.Clock.Advance(Instant.FromUtc(2029, 12, 31, 20, 0) - host.Clock.Now);
        (await work.Deals().WinAsync(won.Id)).Succeeded.Should().BeTrue();
        (await work.Deals().LoseAsync(lost.Id, "price")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var forecast = await ForecastAsync(host, new ForecastQuestion());
        forecast.Rows.Select(r => (r.Period.ToString(), r.Currency.Code, r.Figures.Open, r.Figures.Weighted, r.Figures.BestCase, r.Figures.Won, r.Figures.Lost, r.Figures.Expected)).Should().Equal(
            ("2030-01", "EUR", 0, 0, 0, 2_000, 4_000, 2_000), ("2030-03", "EUR", 1_000.5m, 500.25m, 1_000.5m, 0, 0, 500.25m));
        forecast.Rows[0].ByOwner.Keys.Should().Equal("ada", "bob");
        forecast.Undated.Should().ContainSingle("without an amount it has no currency").Which.Should().Be(new UndatedDeals(Currency.FromCode("XXX"), new ForecastFigures { OpenDeals = 1 }));
        none.Amount.Should().BeNull();
        (await ForecastAsync(host, new ForecastQuestion { Length = ForecastPeriodLength.Quarter })).Rows.Should().ContainSingle().Which.Figures.Expected.Should().Be(2_500.25m);
        var ofOther = await ForecastAsync(host, new ForecastQuestion { PipelineId = other.Id });
        ofOther.Rows.Should().ContainSingle().Which.Figures.OpenDeals.Should().Be(1);
        ofOther.Funnel.Select(f => (f.Stage, f.Reached, f.PipelineId)).Should().Equal(
            ("qualification", 1, other.Id), ("analysis", 1, other.Id), ("proposal", 1, other.Id), ("negotiation", 0, other.Id));
        (await ForecastAsync(host, new ForecastQuestion { OwnerId = "bob" })).Rows.Should().ContainSingle().Which.Figures.Should().Be(new ForecastFigures { LostDeals = 1, Lost = 4_000 });
        forecast.Funnel.Take(4).Should().OnlyContain(f => f.PipelineId == pipeline.Id, "the default pipeline comes first");
    }

    [SkippableFact]
    [Trait("Check", "SF-10")]
    public async Task StageOfToday_ChangesNoForecastOfThePast()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var deal = await work.OpenDealAsync(await work.RegisterAsync(), 1_000);
        var then = await ForecastAsync(host, new ForecastQuestion());
        host.Clock.Advance(Duration.FromDays(1));
        (await work.Pipelines().ChangeStageAsync(pipeline.Id, "qualification", "First talks", new StageSettings { Probability = .9m, ForecastCategory = ForecastCategory.Commit })).Succeeded.Should().BeTrue();
        (await work.Deals().MoveAsync(deal.Id, "analysis")).Succeeded.Should().BeTrue();
        (await work.Deals().MoveAsync(deal.Id, "qualification")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await ForecastAsync(host, new ForecastQuestion())).Undated.Single().Figures.Weighted.Should().Be(900);
        (await ForecastAsync(host, new ForecastQuestion { AsOf = then.AsOf })).Undated.Should().BeEquivalentTo(then.Undated);
    }

    [SkippableFact]
    public async Task Outsiders_AndOtherTenants_AreForecastNothing()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" });
        await using var work = host.Work();
        await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        await work.OpenDealAsync(customer);
        (await ForecastAsync(host, new ForecastQuestion())).Undated.Should().ContainSingle();
        foreach (var scope in new[] { new CrmScope(Actor.Agent("eve")) { TenantId = "two" }, new CrmScope(Actor.PortalCustomer("anna", [customer.ToSubject()])) { TenantId = "one" } })
        {
            await using var theirs = host.Work(scope);
            var empty = await theirs.Get<ForecastReports>().AsOfAsync();
            (empty.Rows.Count, empty.Undated.Count, empty.Funnel.Count).Should().Be((0, 0, 0));
        }
    }

    private static async Task<Forecast> ForecastAsync<TContext>(CrmTestHost<TContext> host, ForecastQuestion question)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.Get<ForecastReports>().AsOfAsync(question);
    }
}
