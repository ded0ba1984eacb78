using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Leads, customers and deals in their territories: chosen by criteria, explained, reassigned.</summary>
[Trait("Check", "SF-14")]
public abstract class TerritorySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Criterion s_web = new Condition("source", CriteriaOperators.Equal, "web");
    private static readonly Criterion s_italy = new Condition("country", CriteriaOperators.Equal, "IT");
    private static readonly Criterion s_large = new Condition("amount", CriteriaOperators.GreaterOrEqual, 5_000m);

    [SkippableFact]
    public async Task Lead_LandsInItsTerritory_AndItsQueueGivesItOutByCapacity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (queues, desk) = (work.Get<LeadQueues>(), work.Get<LeadDesk>());
        var queue = (await queues.CreateAsync("Web team")).Value;
        await work.SaveAsync();
        await queues.SetMemberAsync(queue.Id, "ada", 1, 1);
        var web = await MakeAsync(work, "Web", new TerritorySettings { Leads = s_web, QueueId = queue.Id, Position = 1 });
        var rest = await MakeAsync(work, "Rest", new TerritorySettings { OwnerId = "bob" });
        (await work.Get<Territories>().MakeFallbackAsync(rest)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var (first, second, fair) = (await LeadAsync(work, "Alpha", "web"), await LeadAsync(work, "Beta", "web"), await LeadAsync(work, "Gamma", "fair"));
        await using var later = host.Work();
        var lead = (await later.Get<LeadDesk>().FindAsync(first))!;
        (lead.TerritoryId, lead.QueueId, lead.OwnerId).Should().Be((web, queue.Id, null));
        (await later.Get<LeadQueues>().GiveOutAsync(queue.Id)).Value.Select(l => (l.Id, l.OwnerId)).Should().Equal([(first, "ada")], "Beta waits until somebody has room");
        (await later.Get<LeadDesk>().FindAsync(second))!.OwnerId.Should().BeNull();
        (await later.Get<LeadDesk>().FindAsync(fair))!.OwnerId.Should().Be("bob", "what no criteria take goes to the fallback");
        (await later.Get<LeadDesk>().ListAsync(new LeadCriteria { TerritoryId = web })).Items.Should().HaveCount(2);
        (await desk.ListAsync(new LeadCriteria { TerritoryId = rest })).Items.Single().Id.Should().Be(fair);
    }

    [SkippableFact]
    public async Task Deal_IsTakenByItsOwnAndItsCustomersCriteria_AndEveryTerritorySaysWhy()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (anna, eve) = (await work.RegisterAsync(Known.Anna), await work.RegisterAsync(new NewCustomer { Name = new PersonName("Eve", "Else") }));
        var large = await MakeAsync(work, "Large in Italy", new TerritorySettings { Customers = s_italy, Deals = s_large, TeamId = "major", Position = 1 });
        var italy = await MakeAsync(work, "Italy", new TerritorySettings { Customers = s_italy, OwnerId = "ada", Position = 2 });
        await MakeAsync(work, "Web", new TerritorySettings { Leads = s_web, Position = 3 });
        var rest = await MakeAsync(work, "Rest", new TerritorySettings { Position = 9 });
        var old = await MakeAsync(work, "Old", new TerritorySettings { Customers = Criterion.Everything });
        (await work.Get<Territories>().RetireAsync(old)).Succeeded.Should().BeTrue();
        (await work.Get<Territories>().MakeFallbackAsync(rest)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var (big, small, other) = (await work.OpenDealAsync(anna, 9_000), await work.OpenDealAsync(anna, 100), await work.OpenDealAsync(eve, 9_000));
        ((big.TerritoryId, big.TeamId), small.TerritoryId, other.TerritoryId).Should().Be(((large, "major"), italy, rest));
        (await work.Board().ListAsync(new OpportunityCriteria { TerritoryId = italy })).Items.Single().Id.Should().Be(small.Id);

        var desk = work.Get<TerritoryDesk>();
        var explained = (await desk.ExplainAsync(big.Id)).Value;
        (explained.ChosenId, explained.CurrentId).Should().Be((large, large));
        explained.Answers.Select(a => (a.Name, a.Verdict)).Should().Equal(
            ("Old", TerritoryVerdict.Retired), ("Large in Italy", TerritoryVerdict.Takes), ("Italy", TerritoryVerdict.ComesAfter), ("Web", TerritoryVerdict.HasNoCriteria), ("Rest", TerritoryVerdict.HasNoCriteria));
        var why = (await desk.ExplainAsync(other.Id)).Value;
        why.Answers.Select(a => a.Verdict).Should().Equal(
            TerritoryVerdict.Retired, TerritoryVerdict.CriteriaDoNotHold, TerritoryVerdict.CriteriaDoNotHold, TerritoryVerdict.HasNoCriteria, TerritoryVerdict.TakesTheRest);
        (why.Answers[1].Conditions.Single().Holds, why.Answers[1].CustomerConditions.Single().Holds).Should().Be((true, false));
        (await desk.ExplainAsync(anna)).Value.ChosenId.Should().Be(large, "a customer belongs to the first whose customers it is of");
        (await desk.ExplainAsync(eve)).Value.ChosenId.Should().Be(rest);
        (await desk.ExplainAsync(CustomerId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CustomerNotFound");
    }

    [SkippableFact]
    [Trait("Check", "SF-04")]
    public async Task Conversion_KeepsTheTerritory()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var web = await MakeAsync(work, "Web", new TerritorySettings { Leads = s_web, OwnerId = "ada" });
        var rest = await MakeAsync(work, "Rest", new TerritorySettings { OwnerId = "bob" });
        (await work.Get<Territories>().MakeFallbackAsync(rest)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var became = (await work.Get<LeadConverter>().ConvertAsync(await LeadAsync(work, "Alpha", "web"))).Value;
        var deal = (await work.Deals().FindAsync(became.OpportunityId!.Value))!;
        (deal.TerritoryId, deal.OwnerId).Should().Be((web, "ada"));
        (await work.Get<TerritoryDesk>().PlaceAsync(became.LeadId, rest)).Errors.Single().Code.Should().Be("LeadConverted");
    }

    [SkippableFact]
    public async Task Reassignment_IsShownFirst_ThenDone_AndLeavesWhatIsSettledAlone()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var anna = await work.RegisterAsync(Known.Anna);
        var leads = new List<LeadId>();
        for (var i = 0; i < 5; i++)
        {
            leads.Add(await LeadAsync(work, $"Firm {i}", "web"));
        }

        (await work.Get<LeadDesk>().DisqualifyAsync(leads[0], "Spam")).Succeeded.Should().BeTrue();
        (await work.Get<LeadDesk>().AssignAsync(leads[1], "eve")).Succeeded.Should().BeTrue();
        var (open, won) = (await work.OpenDealAsync(anna), await work.OpenDealAsync(anna));
        (await work.Deals().WinAsync(won.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var web = await MakeAsync(work, "Web", new TerritorySettings { Leads = s_web, OwnerId = "ada" });
        var italy = await MakeAsync(work, "Italy", new TerritorySettings { Customers = s_italy, OwnerId = "bob" });

        await using var one = host.Work();
        var before = await DatabaseState.ReadAsync(one.Context);
        var plan = (await one.Get<TerritoryReassignment>().PreviewAsync(mostMoves: 2)).Value;
        await one.SaveAsync();
        (await DatabaseState.ReadAsync(one.Context)).Should().Equal(before, "a preview changes nothing, whatever is saved after it");
        (plan.Leads, plan.Deals, plan.WithoutTerritory, plan.Moves.Count).Should().Be((4, 1, 0, 2));
        plan.Flows.Select(f => (f.FromId, f.ToId, f.Leads, f.Deals)).Should().Equal((null, web, 4, 0), (null, italy, 0, 1));

        await using var two = host.Work();
        (await two.Get<TerritoryReassignment>().ApplyAsync(mostMoves: 2)).Value.Should().BeEquivalentTo(plan);
        await using var three = host.Work();
        var moved = await Task.WhenAll(leads.Select(async id =>
        {
            await using var reading = host.Work();
            return (await reading.Get<LeadDesk>().FindAsync(id))!;
        }));
        moved.Select(l => (l.TerritoryId, l.OwnerId)).Should().Equal((null, null), (web, "eve"), (web, "ada"), (web, "ada"), (web, "ada"));
        ((await three.Deals().FindAsync(open.Id))!.TerritoryId, (await three.Deals().FindAsync(won.Id))!.TerritoryId).Should().Be((italy, null));
        (await three.Get<TerritoryReassignment>().ApplyAsync()).Value.Flows.Should().BeEmpty("everything is where it belongs");

        await MakeAsync(three, "New web", new TerritorySettings { Leads = s_web, OwnerId = "new", Position = -1 });
        (await three.Get<TerritoryReassignment>().ApplyAsync(changesOwners: true)).Value.Moves.Select(m => (m.OwnerBefore, m.OwnerId)).Should().Equal(("eve", "new"), ("ada", "new"), ("ada", "new"), ("ada", "new"));
    }

    [SkippableFact]
    public async Task Fallback_IsOne_HoweverManyAreMadeAtOnce()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        TerritoryId[] ids = [await MakeAsync(work, "North", new()), await MakeAsync(work, "South", new())];
        var results = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
        {
            await using var one = host.Work();
            var made = await one.Get<Territories>().MakeFallbackAsync(id);
            return made.Succeeded && (await one.UnitOfWork.SaveAsync()).Succeeded;
        })));
        results.Should().Contain(true);
        await using var other = host.Work();
        (await other.Get<Territories>().ListAsync()).Count(t => t.IsFallback).Should().Be(1);
        var now = (await other.Get<Territories>().ListAsync()).Single(t => !t.IsFallback);
        (await other.Get<Territories>().MakeFallbackAsync(now.Id)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Get<Territories>().ListAsync()).Single(t => t.IsFallback).Id.Should().Be(now.Id);
    }

    [SkippableFact]
    public async Task BadInput_IsRefusedWithItsReason()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (territories, desk) = (work.Get<Territories>(), work.Get<TerritoryDesk>());
        async Task<string> Code(TerritorySettings settings) => (await territories.CreateAsync("Odd", settings)).Errors[0].Code;
        (await Code(new TerritorySettings { Leads = new Condition("colour", CriteriaOperators.Equal, "red") })).Should().Be("CriteriaFieldUnknown");
        (await Code(new TerritorySettings { Customers = new Condition("amount", CriteriaOperators.Equal, 1m) })).Should().Be("CriteriaFieldUnknown");
        (await Code(new TerritorySettings { Deals = new Condition("amount", "resembles", 1m) })).Should().Be("CriteriaOperatorNotAllowed");
        (await Code(new TerritorySettings { QueueId = LeadQueueId.New(host.Clock.Now) })).Should().Be("LeadQueueNotFound");
        (await Code(new TerritorySettings { OwnerId = new string('x', 500) })).Should().Be("InvalidValue");
        var north = await MakeAsync(work, "North", new());
        (await territories.CreateAsync(" North ")).Errors.Single().Code.Should().Be("TerritoryNameTaken");
        (await territories.ConfigureAsync(north, new(), 99)).Errors.Single().Code.Should().Be("VersionConflict");
        var lead = await LeadAsync(work, "Alpha", "web");
        (await desk.PlaceAsync(lead)).Errors.Single().Code.Should().Be("NoTerritoryFits");
        (await desk.PlaceAsync(lead, TerritoryId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("TerritoryNotFound");
        (await desk.PlaceAsync(LeadId.New(host.Clock.Now), north)).Errors.Single().Code.Should().Be("LeadNotFound");
        (await work.Get<TerritoryReassignment>().PreviewAsync(mostMoves: -1)).Errors.Single().Code.Should().Be("InvalidValue");
    }

    private static async Task<TerritoryId> MakeAsync(CrmWork<SpecificationContext> work, string name, TerritorySettings settings)
    {
        var made = (await work.Get<Territories>().CreateAsync(name, settings)).Value;
        await work.SaveAsync();
        return made.Id;
    }

    private static async Task<LeadId> LeadAsync(CrmWork<SpecificationContext> work, string organisation, string source)
    {
        var lead = (await work.Get<LeadDesk>().ReceiveAsync(new LeadDetails { Organisation = organisation, Source = source })).Value;
        await work.SaveAsync();
        return lead.Id;
    }
}
