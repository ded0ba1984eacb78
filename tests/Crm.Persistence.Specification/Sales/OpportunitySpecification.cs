using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Opportunities from opening to closing, and back.</summary>
public abstract class OpportunitySpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "SF-06")]
    public async Task Opportunity_SavedAndRead_HasItsPeopleStaysAndLog()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (firm, buyer) = (await work.RegisterAsync(new NewCustomer { OrganisationName = "Acme" }), await work.RegisterAsync());
        var opened = (await work.Deals().OpenAsync(new OpportunityDetails(firm, "Kettles")
        {
            Amount = Known.Eur(1_000.5m), CloseDate = new LocalDate(2026, 9, 30), Source = "web", NextStep = "Call", Description = "Two\nlines", Contacts = [new(buyer, BuyingRole.Buyer) { Note = "Nice" }],
        })).Value;
        opened.OwnerId.Should().Be("ada", "whoever opens it answers for it");
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromHours(30));
        (await work.Get<OpportunityDesk>().AddCompetitorAsync(opened.Id, "Potts", "cheap")).Succeeded.Should().BeTrue();
        (await work.Get<OpportunityDesk>().EstimateAsync(opened.Id, .3333m)).Succeeded.Should().BeTrue();
        (await work.Deals().MoveAsync(opened.Id, "proposal")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var other = host.Work();
        var read = (await other.Deals().FindAsync(opened.Id))!;
        read.Should().BeEquivalentTo(opened, o => o.Excluding(x => x.PendingEvents));
        read.Visits.Select(v => (v.Stage, v.Seconds, v.Next)).Should().Equal(("qualification", 30 * 3_600L, "proposal"), ("proposal", null, null));
        read.Log.Select(e => (e.Stage, e.Probability)).Should().Equal(("qualification", .1m), ("qualification", .3333m), ("proposal", .3333m));
        (await other.History.TimelineAsync(new(SubjectKinds.Customer, firm.Value))).Items.Select(t => t.Kind).Should().Contain(["opportunity-opened", "opportunity-moved"]);
        (await other.History.TimelineAsync(opened.ToSubject())).Items.Should().HaveCount(2);
    }

    [SkippableFact]
    [Trait("Check", "SF-08")]
    public async Task WinLoseAndReopen_AreDatedByTheClock_AndFreezeTheBaseAmount()
    {
        var host = await HostAsync<SpecificationContext>(s =>
        {
            s.Crm = o => o.Sales.BaseCurrency = Currency.Eur;
            s.Services = services => services.AddSingleton<IExchangeRates>(new Rates());
        });
        await using var work = host.Work();
        await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var (dollars, francs) = (await work.OpenDealAsync(customer, 100.01m, currency: Currency.Usd), await work.OpenDealAsync(customer, 5, currency: Currency.Chf));
        (await work.Deals().WinAsync(francs.Id)).Errors.Single().Code.Should().Be("ExchangeRateMissing");
        (await work.Deals().LoseAsync(dollars.Id, "boredom")).Errors.Single().Code.Should().Be("LossReasonUnknown");
        (await work.Deals().LoseAsync(dollars.Id, "other")).Errors.Single().Code.Should().Be("LossTextMissing");
        (await work.Deals().WinAsync(dollars.Id, "lost")).Errors.Single().Code.Should().Be("StageOfAnotherCategory");
        host.Clock.Advance(Duration.FromDays(2));
        (await work.Deals().WinAsync(dollars.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var other = host.Work();
        var won = (await other.Deals().FindAsync(dollars.Id))!;
        (won.ClosedAt, won.BaseAmount, won.Probability, won.CycleSeconds).Should().Be((host.Clock.Now, Known.Eur(90.01m), 1m, 2 * 86_400L));
        won.Log[^1].BaseAmount.Should().Be(Known.Eur(90.01m));
        (await other.Get<OpportunityDesk>().ChangeAmountAsync(won.Id, Known.Eur(1))).Errors.Single().Code.Should().Be("OpportunityClosed");
        (await other.Deals().ReopenAsync(won.Id)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        await using var third = host.Work();
        var reopened = (await third.Deals().FindAsync(dollars.Id))!;
        (reopened.ClosedAt, reopened.BaseAmount, reopened.Probability, reopened.Stage, reopened.Category).Should().Be((null, null, .1m, "qualification", StageCategory.Open));
        (await third.Deals().ReopenAsync(dollars.Id)).Errors.Single().Code.Should().Be("OpportunityNotClosed");
    }

    [SkippableFact]
    [Trait("Check", "SF-08")]
    public async Task TwoThatCloseOneAtOnce_HaveExactlyOneWinner()
    {
        var host = await HostAsync();
        await using var setUp = host.Work();
        await setUp.PipelineAsync();
        var deal = await setUp.OpenDealAsync(await setUp.RegisterAsync());
        await using var one = host.Work();
        await using var two = host.Work();
        (await one.Deals().WinAsync(deal.Id)).Succeeded.Should().BeTrue();
        (await two.Deals().LoseAsync(deal.Id, "price")).Succeeded.Should().BeTrue();
        (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await two.UnitOfWork.SaveAsync()).Errors.Should().Contain(e => e.Code == "VersionConflict");
        await using var check = host.Work();
        (await check.Deals().FindAsync(deal.Id))!.Category.Should().Be(StageCategory.Won);
    }

    [SkippableFact]
    public async Task Transfer_KeepsStaysOfBothPipelines_AndStagesOfAnotherAreRefused()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (first, second) = (await work.PipelineAsync(), await work.PipelineAsync("Partners"));
        (await work.Pipelines().AddStageAsync(second.Id, new StageDefinition("demo", "Demo", StageCategory.Open), 1)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        var deal = await work.OpenDealAsync(await work.RegisterAsync());
        (await work.Deals().MoveAsync(deal.Id, "demo")).Errors.Single().Code.Should().Be("StageNotInPipeline");
        (await work.Deals().TransferAsync(deal.Id, second.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var other = host.Work();
        var read = (await other.Deals().FindAsync(deal.Id))!;
        read.Visits.Select(v => (v.PipelineId, v.Stage)).Should().Equal((first.Id, "qualification"), (second.Id, "demo"));
        (await other.Deals().TransferAsync(deal.Id, second.Id)).Errors.Single().Code.Should().Be("OpportunityInPipeline");
    }

    [SkippableFact]
    public async Task People_WhoAreNoneOrAbsorbed_AreRefusedOrFollowed()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (firm, anna, again) = (await work.RegisterAsync(new NewCustomer { OrganisationName = "Acme" }), await work.RegisterAsync(), await work.RegisterAsync());
        var deal = await work.OpenDealAsync(firm);
        (await work.Get<OpportunityDesk>().AddContactAsync(deal.Id, new BuyingContact(firm))).Errors.Single().Code.Should().Be("NotAPerson");
        (await work.Get<OpportunityDesk>().AddContactAsync(deal.Id, new BuyingContact(CustomerId.New(host.Clock.Now)))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await work.Deals().OpenAsync(new OpportunityDetails(CustomerId.New(host.Clock.Now), "Nobody"))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await work.Get<OpportunityDesk>().AddContactAsync(deal.Id, new BuyingContact(anna, BuyingRole.Buyer))).Succeeded.Should().BeTrue();
        (await work.Get<OpportunityDesk>().AddContactAsync(deal.Id, new BuyingContact(again, BuyingRole.User))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var merging = host.Work();
        (await merging.Merger.MergeAsync(anna, again)).Succeeded.Should().BeTrue();
        await using var other = host.Work();
        (await other.Deals().FindAsync(deal.Id))!.Contacts.Select(c => (c.PersonId, c.Role)).Should().Equal((anna, BuyingRole.Buyer));
        (await other.Board().ListAsync(new OpportunityCriteria { PersonId = again })).Items.Select(o => o.Id).Should().Equal([deal.Id], "the id of the one that is no more leads to the survivor");
        (await other.Get<OpportunityDesk>().AddContactAsync(deal.Id, new BuyingContact(again))).Errors.Single().Code.Should().Be("OpportunityContactPresent");
    }

    [SkippableFact]
    [Trait("Check", "CM-08")]
    public async Task Merge_OfCustomers_TakesTheirOpportunitiesAlong()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        var deal = await work.OpenDealAsync(absorbed);
        await using var merging = host.Work();
        (await merging.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        await using var other = host.Work();
        (await other.Deals().FindAsync(deal.Id))!.CustomerId.Should().Be(survivor);
        (await other.Board().ListAsync(new OpportunityCriteria { CustomerId = absorbed })).Items.Should().ContainSingle();
    }

    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task WithoutNextStep_AreOpenOnes_WithNeitherStepNorOpenActivity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var (aimless, stepped, planned, done, won) = (
            await work.OpenDealAsync(customer, 1), await work.OpenDealAsync(customer, 2), await work.OpenDealAsync(customer, 3), await work.OpenDealAsync(customer, 4), await work.OpenDealAsync(customer, 5));
        (await work.Get<OpportunityDesk>().PlanNextStepAsync(stepped.Id, "Call")).Succeeded.Should().BeTrue();
        (await work.Deals().WinAsync(won.Id)).Succeeded.Should().BeTrue();
        var planner = work.Get<ActivityPlanner>();
        (await planner.PlanAsync(new ActivityDetails(ActivityKinds.Task, "Send the quote", host.Clock.Now + Duration.FromDays(1)) { About = planned.ToSubject() })).Succeeded.Should().BeTrue();
        var held = (await planner.PlanAsync(new ActivityDetails(ActivityKinds.Task, "Sent it", host.Clock.Now + Duration.FromDays(1)) { About = done.ToSubject() })).Value;
        await work.SaveAsync();
        (await planner.CompleteAsync(held.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Board().ListAsync(new OpportunityCriteria { WithoutNextStep = true })).Items.Select(o => o.Id).Should().BeEquivalentTo([aimless.Id, done.Id]);
    }

    [SkippableFact]
    [Trait("Check", "SF-05")]
    public async Task NextStep_PlannedAsATask_IsInTheOwnersAgenda_RemindsAndIsDoneInOneGo()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await work.PipelineAsync();
        var (deal, steps, planner) = (await work.OpenDealAsync(await work.RegisterAsync()), work.Get<NextSteps>(), work.Get<ActivityPlanner>());
        (await work.Get<OpportunityDesk>().AssignAsync(deal.Id, "bob")).Succeeded.Should().BeTrue();
        var day = host.Clock.Now.InUtc().Date.PlusDays(3);
        (await steps.CompleteAsync(deal.Id)).Errors.Single().Code.Should().Be("NextStepMissing");
        (await steps.PlanAsync(deal.Id, new NextStepDetails("Call", day))).Errors.Should().BeEmpty();
        await work.SaveAsync();
        var planned = (await steps.PlanAsync(deal.Id, new NextStepDetails("Send the quote", day) { RemindBefore = Duration.FromHours(2) })).Value;
        await work.SaveAsync();
        (planned.NextStep, planned.NextStepDue).Should().Be(("Send the quote", day));
        var tasks = (await planner.ListAsync(new ActivityCriteria { AssigneeId = "bob", About = deal.ToSubject() })).Items;
        tasks.Select(t => (t.Subject, t.Status)).Should().BeEquivalentTo([("Call", ActivityStatus.Cancelled), ("Send the quote", ActivityStatus.Planned)], "the step before is none any more");
        var task = (await planner.FindAsync(planned.NextStepTaskId!.Value))!;
        task.NextReminderAt.Should().Be(task.DueAt - Duration.FromHours(2));
        (await work.Board().ListAsync(new OpportunityCriteria { WithoutNextStep = true })).Items.Should().BeEmpty();

        await using var later = host.Work();
        (await later.Get<NextSteps>().CompleteAsync(deal.Id, "Sent")).Value.NextStep.Should().BeNull();
        await later.SaveAsync();
        (await later.Get<ActivityPlanner>().FindAsync(task.Id))!.Outcome.Should().Be("Sent");
        (await later.Get<NextSteps>().PlanAsync(deal.Id, new NextStepDetails("Ask again", day))).Succeeded.Should().BeTrue();
        await later.SaveAsync();
        var again = (await later.Deals().FindAsync(deal.Id))!.NextStepTaskId!.Value;
        (await later.Get<ActivityPlanner>().CompleteAsync(again)).Succeeded.Should().BeTrue();
        await later.SaveAsync();
        (await later.Board().ListAsync(new OpportunityCriteria { WithoutNextStep = true })).Items.Single().Id.Should().Be(deal.Id, "the task was done in the agenda");
        (await later.Get<NextSteps>().PlanAsync(deal.Id, new NextStepDetails(new string('x', 201), day))).Errors.Single().Code.Should().Be("InvalidValue");
        (await later.Get<NextSteps>().PlanAsync(OpportunityId.New(host.Clock.Now), new NextStepDetails("Call", day))).Errors.Single().Code.Should().Be("OpportunityNotFound");
        (await later.Deals().WinAsync(deal.Id)).Succeeded.Should().BeTrue();
        (await later.Get<NextSteps>().PlanAsync(deal.Id, new NextStepDetails("Call", day))).Errors.Single().Code.Should().Be("OpportunityClosed");
    }

    [SkippableFact]
    public async Task Outsiders_SeeAndDoNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var pipeline = await work.PipelineAsync();
        var customer = await work.RegisterAsync();
        var deal = await work.OpenDealAsync(customer);
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [customer.ToSubject()])));
        (await portal.Deals().FindAsync(deal.Id)).Should().BeNull();
        (await portal.Board().ListAsync(new OpportunityCriteria { CustomerId = customer })).Items.Should().BeEmpty();
        (await portal.Board().StageAsync(pipeline.Id, "qualification")).Items.Should().BeEmpty();
        (await portal.Get<PipelineReports>().FunnelAsync(pipeline.Id)).Should().BeEmpty();
        (await portal.Pipelines().ListAsync()).Should().BeEmpty();
        (await portal.Deals().WinAsync(deal.Id)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.History.TimelineAsync(customer.ToSubject())).Items.Should().NotContain(t => t.Kind.StartsWith("opportunity", StringComparison.Ordinal));
    }

    private sealed class Rates : IExchangeRates
    {
        public Task<decimal?> FindAsync(Currency from, Currency to, LocalDate day, CancellationToken cancellationToken) =>
            Task.FromResult<decimal?>(from == Currency.Usd && to == Currency.Eur ? .9m : null);
    }
}
