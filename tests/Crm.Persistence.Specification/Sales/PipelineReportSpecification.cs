using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>What stands where, what is rotting, and how opportunities fare, summed in the database.</summary>
public abstract class PipelineReportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task Board_PagesByKey_AndSumsByStageAndCurrency()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var opened = new List<OpportunityId>();
        for (var i = 0; i < 7; i++)
        {
            opened.Add((await work.OpenDealAsync(customer, i == 6 ? null : 100 + i, currency: i == 5 ? Currency.Usd : null)).Id);
            host.Clock.Advance(i % 2 == 0 ? Duration.Zero : Duration.FromMinutes(1));
        }

        (await work.OpenDealAsync(customer, 7, "proposal")).Stage.Should().Be("proposal");
        var (seen, after) = (new List<OpportunityId>(), (PageKey?)null);
        do
        {
            var page = await work.Board().StageAsync(pipeline.Id, "qualification", new PageRequest { Take = 3, After = after });
            seen.AddRange(page.Items.Select(o => o.Id));
            after = page.Next;
        }
        while (after is not null);

        seen.Should().Equal(Enumerable.Reverse(opened));
        (await work.Board().TotalsAsync(pipeline.Id)).Should().Equal(
            new StageTotal("qualification", 1, null), new StageTotal("qualification", 5, Known.Eur(510)), new StageTotal("qualification", 1, new Money(105, Currency.Usd)), new StageTotal("proposal", 1, Known.Eur(7)));
        (await work.Board().ListAsync(new OpportunityCriteria { OwnerId = "ada", Category = StageCategory.Open }, new PageRequest { Take = 5 })).Next.Should().NotBeNull();
        (await work.Board().ListAsync(new OpportunityCriteria { OwnerId = "bob" })).Items.Should().BeEmpty();
        (await work.Board().ListAsync(new OpportunityCriteria { PipelineId = pipeline.Id, CustomerId = customer })).Items.Should().HaveCount(8);
    }

    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task Rotting_AreThoseThatStayedLongerThanTheirStageAllows()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var (old, late) = (await work.OpenDealAsync(customer), await work.OpenDealAsync(customer, stage: "negotiation"));
        host.Clock.Advance(Duration.FromDays(22));
        (await work.OpenDealAsync(customer)).Stage.Should().Be("qualification");
        (await work.Board().RottingAsync(pipeline.Id)).Select(r => (r.Opportunity.Id, r.Overdue)).Should().Equal((late.Id, Duration.FromDays(1)));
        host.Clock.Advance(Duration.FromDays(10));
        (await work.Board().RottingAsync(pipeline.Id)).Select(r => (r.Opportunity.Id, r.Overdue)).Should().Equal((late.Id, Duration.FromDays(11)), (old.Id, Duration.FromDays(2)));
        (await work.Deals().LoseAsync(late.Id, "no-answer")).Succeeded.Should().BeTrue();
        (await work.Deals().MoveAsync(old.Id, "analysis")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Board().RottingAsync(pipeline.Id)).Should().BeEmpty();
    }

    [SkippableFact]
    [Trait("Check", "SF-06")]
    [Trait("Check", "SF-07")]
    public async Task Reports_AreAsReckonedByHand()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var deals = new List<Opportunity>();
        for (var i = 0; i < 4; i++)
        {
            deals.Add(await work.OpenDealAsync(customer, 1_000));
        }

        var begun = host.Clock.Now;
        host.Clock.Advance(Duration.FromDays(2));
        foreach (var deal in deals.Take(3))
        {
            (await work.Deals().MoveAsync(deal.Id, "analysis")).Succeeded.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromDays(2));
        (await work.Deals().MoveAsync(deals[0].Id, "proposal")).Succeeded.Should().BeTrue();
        (await work.Deals().WinAsync(deals[1].Id)).Succeeded.Should().BeTrue();
        (await work.Deals().LoseAsync(deals[2].Id, "price")).Succeeded.Should().BeTrue();
        (await work.Deals().LoseAsync(deals[3].Id, "price")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using var other = host.Work();
        var reports = other.Get<PipelineReports>();
        (await reports.FunnelAsync(pipeline.Id)).Select(s => (s.Stage, s.Reached, s.Open, s.Won, s.Lost)).Should().Equal(
            ("qualification", 4, 0, 1, 1), ("analysis", 3, 0, 1, 1), ("proposal", 1, 1, 0, 0), ("negotiation", 0, 0, 0, 0));
        (await reports.FunnelAsync(pipeline.Id, new Interval(begun + Duration.FromDays(1), null))).Should().OnlyContain(s => s.Reached == 0);
        var flow = await reports.FlowAsync(pipeline.Id);
        (flow[0].Entered, flow[0].Left, flow[0].Forward, flow[0].MeanStay).Should().Be((4, 4, 3, Duration.FromDays(2.5)));
        (flow[1].Entered, flow[1].Left, flow[1].Forward, flow[1].MeanStay).Should().Be((3, 3, 2, Duration.FromDays(2)));
        (await reports.VelocityAsync(pipeline.Id)).Should().Equal(new SalesVelocity(Currency.Eur, 1, 2, 1 / 3d, Known.Eur(1_000), Duration.FromDays(4), 250));
        (await reports.VelocityAsync(pipeline.Id, new Interval(null, begun))).Should().BeEmpty();
    }
}
