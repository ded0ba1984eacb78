using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Chances learned from the deals that a business itself closed, kept with it and written to open ones.</summary>
public abstract class WinProbabilitySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableTheory]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("Check", "SF-12")]
    public async Task AnyStory_LearnedDealByDeal_IsWhatLearningAllAnewGives(int seed)
    {
        var host = await HostAsync();
        var story = new SalesStory<SpecificationContext>(host, seed);
        await story.BeginAsync();
        for (var step = 0; step < 150; step++)
        {
            await story.StepAsync();
            if (step % 10 == 9)
            {
                await RefreshAsync(host);
            }
        }

        var (grown, kept) = await StateAsync(host, story);
        grown.Should().NotBeNull();
        (grown!.Won > 0 && grown.Lost > 0).Should().BeTrue("a story without both proves little");
        var again = await RefreshAsync(host);
        (again.Learned, again.Forgotten, again.Changed).Should().Be((0, 0, 0), "nothing happened since");
        await using (var work = host.Work())
        {
            (await work.Get<WinProbabilities>().RebuildAsync()).Value.Learned.Should().Be(grown.Won + grown.Lost);
        }

        var (rebuilt, after) = await StateAsync(host, story);
        rebuilt.Should().BeEquivalentTo(grown, o => o.Excluding(m => m.LearnedAt));
        after.Should().Equal(kept);
    }

    [SkippableFact]
    [Trait("Check", "SF-12")]
    public async Task Refresh_WritesWhatOwnHistorySays_ExplainsIt_AndLeavesJudgementsAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        // Of ten from the fair eight are won, of ten from the web two.
        for (var i = 0; i < 20; i++)
        {
            var deal = await OpenAsync(work, customer, i < 10 ? "fair" : "web");
            var done = (i % 10 < 8) == (i < 10) ? await work.Deals().WinAsync(deal) : await work.Deals().LoseAsync(deal, "price");
            done.Succeeded.Should().BeTrue();
        }

        var (fair, web, judged) = (await OpenAsync(work, customer, "fair"), await OpenAsync(work, customer, "web"), await OpenAsync(work, customer, "web"));
        (await work.Get<OpportunityDesk>().EstimateAsync(judged, .6m)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var before = await ForecastAsync(host, null);
        host.Clock.Advance(Duration.FromHours(1));
        var outcome = await RefreshAsync(host);
        (outcome.Learned, outcome.Scored, outcome.Changed).Should().Be((20, 3, 3));

        await using var other = host.Work();
        var (ofFair, ofWeb, byHand) = ((await other.Deals().FindAsync(fair))!, (await other.Deals().FindAsync(web))!, (await other.Deals().FindAsync(judged))!);
        ofFair.Probability.Should().BeInRange(.6m, .9m);
        ofWeb.Probability.Should().BeInRange(.1m, .4m);
        (ofFair.Probability, ofWeb.ManualProbability, ofWeb.StageProbability).Should().Be((ofFair.LearnedProbability!.Value, null, .1m));
        (byHand.Probability, byHand.LearnedProbability).Should().Be((.6m, ofWeb.LearnedProbability), "what was set by hand holds, and the learned one stands beside it");
        var why = (await other.Get<WinProbabilities>().ExplainAsync(fair)).Value;
        why.Now!.Because[0].Should().Match<WinReason>(r => r.Field == "source" && r.Value == "fair" && r.Won == 8 && r.Lost == 2 && r.OddsFactor > 1);
        (await other.Get<WinProbabilities>().ExplainAsync(OpportunityId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("OpportunityNotFound");

        // Set by hand to what is learned, it is no judgement; moved on, the old chance does not stay.
        (await other.Get<OpportunityDesk>().EstimateAsync(judged, ofWeb.LearnedProbability + .0012m)).Value.ManualProbability.Should().BeNull();
        (await other.Deals().MoveAsync(fair, "proposal")).Value.Should().Match<Opportunity>(o => o.Probability == .5m && o.LearnedProbability == null);
        await other.SaveAsync();
        (await RefreshAsync(host)).Changed.Should().Be(1);
        (await ForecastAsync(host, before.AsOf)).Undated.Should().BeEquivalentTo(before.Undated, "what is learned later changes no forecast of the past");

        // Nothing but open stages and what was known while deals were open.
        var model = (await other.Get<WinProbabilities>().ModelAsync(pipeline.Id))!;
        (model.Won, model.Lost).Should().Be((10, 10));
        model.Counts.Where(c => c.Field is null && c.Value is not null).Select(c => c.Value).Should().Equal("qualification");
        model.Counts.Should().NotContain(c => c.Value == "won" || c.Value == "lost" || c.Value == "price");
    }

    [SkippableFact]
    [Trait("Check", "SF-12")]
    public async Task Reopening_TakesOutExactlyWhatWasLearned()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var (first, second) = (await OpenAsync(work, customer, "fair"), await OpenAsync(work, customer, "web"));
        (await work.Deals().WinAsync(first)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await RefreshAsync(host);
        var before = await work.Get<WinProbabilities>().ModelAsync(pipeline.Id);
        (await work.Deals().LoseAsync(second, "price")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await RefreshAsync(host);
        (await work.Get<WinProbabilities>().ModelAsync(pipeline.Id))!.Lost.Should().Be(1);
        (await work.Deals().ReopenAsync(second)).Succeeded.Should().BeTrue();
        (await work.Get<OpportunityDesk>().DescribeAsync(second, "Renamed", "phone", null)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var outcome = await RefreshAsync(host);
        (outcome.Learned, outcome.Forgotten).Should().Be((0, 1));
        (await work.Get<WinProbabilities>().ModelAsync(pipeline.Id)).Should().BeEquivalentTo(before, o => o.Excluding(m => m!.LearnedAt));
        (await work.Get<WinProbabilities>().ExplainAsync(second)).Value.Now.Should().BeNull("nothing was lost: nothing can be learned");
    }

    [SkippableFact]
    public async Task Outsiders_LearnNothing_AndTenantsLearnTheirOwn()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" });
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        (await work.Deals().WinAsync((await work.OpenDealAsync(customer)).Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var theirs = host.Work(new CrmScope(Actor.Agent("eve")) { TenantId = "two" });
        (await theirs.Get<WinProbabilities>().RefreshAsync()).Value.Learned.Should().Be(0);
        (await work.Get<WinProbabilities>().RefreshAsync()).Value.Learned.Should().Be(1);
        (await theirs.Get<WinProbabilities>().RebuildAsync()).Value.Learned.Should().Be(0);
        (await theirs.Get<WinProbabilities>().ModelAsync(pipeline.Id)).Should().BeNull();
        (await work.Get<WinProbabilities>().ModelAsync(pipeline.Id))!.Won.Should().Be(1);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [customer.ToSubject()])) { TenantId = "one" });
        (await portal.Get<WinProbabilities>().RefreshAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<WinProbabilities>().ModelAsync(pipeline.Id)).Should().BeNull();
    }

    private static async Task<OpportunityId> OpenAsync(CrmWork<SpecificationContext> work, CustomerId customer, string source)
    {
        var opened = (await work.Deals().OpenAsync(new OpportunityDetails(customer, $"From {source}") { Amount = Known.Eur(1_000), Source = source })).Value;
        await work.SaveAsync();
        return opened.Id;
    }

    private static async Task<WinRefreshOutcome> RefreshAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return (await work.Get<WinProbabilities>().RefreshAsync()).Value;
    }

    private static async Task<Forecast> ForecastAsync(CrmTestHost<SpecificationContext> host, Instant? asOf)
    {
        await using var work = host.Work();
        return await work.Get<ForecastReports>().AsOfAsync(new ForecastQuestion { AsOf = asOf });
    }

    private static async Task<(PipelineWinModel? Model, List<decimal?> Learned)> StateAsync(CrmTestHost<SpecificationContext> host, SalesStory<SpecificationContext> story)
    {
        await using var work = host.Work();
        var (pipeline, learned) = ((await work.Pipelines().ListAsync())[0], new List<decimal?>());
        foreach (var id in story.Ids)
        {
            learned.Add((await work.Deals().FindAsync(id))!.LearnedProbability);
        }

        return (await work.Get<WinProbabilities>().ModelAsync(pipeline.Id), learned);
    }
}
