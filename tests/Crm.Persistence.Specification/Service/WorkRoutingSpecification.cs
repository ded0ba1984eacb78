using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Work finds its agent, and nothing is left lying without a word.</summary>
public abstract class WorkRoutingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly AgentProfile s_two = new() { Capacity = 2 };

    [SkippableFact]
    [Trait("Check", "SC-13")]
    public async Task Route_GivesTheMostUrgentFirst_InTurn_AndSetsTheCasesAssignee()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null, ("ada", s_two), ("bob", s_two));
        var cases = new List<ServiceCase>();
        foreach (var priority in new[] { CasePriority.Low, CasePriority.Urgent, CasePriority.Normal })
        {
            var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, $"{priority}") { Priority = priority })).Value;
            (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened.Id })).ThrowIfFailed();
            cases.Add(opened);
        }

        await work.SaveAsync();
        var routed = (await work.Router().RouteAsync(queue)).Value;
        routed.Select(r => r.UserId).Should().Equal("ada", "bob", "ada");

        await using var later = host.Work();
        var assignees = new List<string?>();
        foreach (var opened in cases)
        {
            assignees.Add((await later.Desk.FindAsync(opened.Id))!.AssigneeId);
        }

        assignees.Should().Equal("ada", "ada", "bob");
        (await later.Context.Set<OutboxMessage>().CountAsync(m => m.EventName == "service.work-accepted")).Should().Be(3);
        (await later.Context.Set<OutboxMessage>().CountAsync(m => m.EventName == "service.case-assigned")).Should().Be(3);
    }

    [SkippableFact]
    [Trait("Check", "SC-14")]
    public async Task Route_NobodyHasRoom_SaysSoOnce_AndKeepsThePlace()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null, ("ada", new AgentProfile()));
        var (first, second) = (await work.CallAsync(queue, customer), await work.CallAsync(queue, customer));
        var third = await work.CallAsync(queue, customer, new WorkItemDetails { Skills = [new SkillLevel("printer", 3)] });
        await work.SaveAsync();

        (await work.Router().RouteAsync(queue)).Value.Select(r => (r.ItemId, r.UserId, r.Unassigned)).Should().Equal(
            (first.Id, "ada", null), (second.Id, null, UnassignedReason.NobodyHasRoom), (third.Id, null, UnassignedReason.NobodyQualified));
        (await work.Router().RouteAsync(queue)).Value.Select(r => r.Unassigned).Should().Equal(UnassignedReason.NobodyHasRoom, UnassignedReason.NobodyQualified);

        await using var later = host.Work();
        (await later.Context.Set<OutboxMessage>().CountAsync(m => m.EventName == "service.work-unassigned")).Should().Be(2, "the event is raised when the reason changes");
        (await later.Work().LineAsync(queue)).Select(w => w.ItemId).Should().Equal(second.Id, third.Id);
        (await later.Work().FinishAsync(first.Id)).ThrowIfFailed();
        await later.SaveAsync();
        (await later.Router().RouteAsync(queue)).Value[0].Should().Match<WorkAssignment>(a => a.ItemId == second.Id && a.UserId == "ada");
        (await later.Work().FindAsync(second.Id))!.Unassigned.Should().BeNull();
    }

    [SkippableFact]
    [Trait("Check", "SC-14")]
    public async Task Route_GoesFromActiveToAway_AndToAnyoneWhereTheQueueSaysSo()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", new QueueSettings { Reach = AssignmentReach.Away }, ("ada", new AgentProfile()), ("bob", new AgentProfile()));
        (await work.Agents().BecomeAsync("bob", AgentAvailability.Away)).ThrowIfFailed();
        (await work.Agents().BecomeAsync("ada", AgentAvailability.Offline)).ThrowIfFailed();
        await work.CallAsync(queue, customer);
        await work.CallAsync(queue, customer);
        await work.SaveAsync();
        (await work.Router().RouteAsync(queue)).Value.Select(r => (r.UserId, r.Reach, r.Unassigned)).Should().Equal(
            ("bob", AssignmentReach.Away, null), (null, null, UnassignedReason.NobodyHasRoom));

        (await work.Queues().ConfigureAsync(queue, new QueueSettings { Reach = AssignmentReach.Anyone })).ThrowIfFailed();
        await work.SaveAsync();
        (await work.Router().RouteAsync(queue)).Value.Select(r => (r.UserId, r.Reach)).Should().Equal(("ada", AssignmentReach.Anyone));
    }

    [SkippableFact]
    public async Task Next_TakesWhatTheAgentCan_OverItsQueues_AndRelaxesWithTime()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var printers = await work.QueueAsync(
            "Printers", new QueueSettings { Skills = [new SkillLevel("printer", 5)], RelaxEvery = Duration.FromMinutes(1), RelaxTo = 2 }, ("ada", new AgentProfile { Capacity = 9, Skills = [new SkillLevel("printer", 3)] }));
        var letters = await work.QueueAsync("Letters", null, ("ada", s_two));
        var printer = await work.CallAsync(printers, customer, new WorkItemDetails { Priority = CasePriority.Urgent });
        host.Clock.Advance(Duration.FromSeconds(10));
        var letter = await work.CallAsync(letters, customer);
        await work.SaveAsync();

        (await work.Router().NextAsync("ada")).Value.Item!.Id.Should().Be(letter.Id, "the printer's level is still too high");
        (await work.Router().NextAsync("ada")).Value.Item.Should().BeNull();
        host.Clock.Advance(Duration.FromSeconds(110));
        (await work.Router().NextAsync("ada", printers)).Value.Item!.Id.Should().Be(printer.Id, "after two minutes level 3 will do");
        (await work.Work().FindAsync(printer.Id))!.WaitMilliseconds.Should().Be(120_000);
        (await work.Router().NextAsync("eve")).Errors.Should().ContainSingle(e => e.Code == "QueueAgentNotFound");
        (await work.Router().NextAsync("ada", WorkQueueId.New(host.Clock.Now))).Errors.Should().ContainSingle(e => e.Code == "WorkQueueNotFound");
    }

    [SkippableFact]
    public async Task Offer_NotAcceptedInTime_GoesBack_AndAcceptedOne_Stays()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Calls", new QueueSettings { ReservationTime = Duration.FromSeconds(30) }, ("ada", new AgentProfile()), ("bob", new AgentProfile()));
        var (first, second) = (await work.CallAsync(queue, customer), await work.CallAsync(queue, customer));
        await work.SaveAsync();
        (await work.Router().RouteAsync(queue)).Value.Should().OnlyContain(a => a.Until == host.Clock.Now + Duration.FromSeconds(30));
        (await work.Router().AcceptAsync(first.Id, "bob")).Errors.Should().ContainSingle(e => e.Code == "WorkItemHeldByAnother");
        (await work.Router().AcceptAsync(first.Id, "ada")).ThrowIfFailed();
        (await work.Router().ReturnExpiredAsync()).Value.Should().Be(0);
        host.Clock.Advance(Duration.FromSeconds(30));
        (await work.Router().AcceptAsync(second.Id, "bob")).Errors.Should().ContainSingle(e => e.Code == "WorkItemOfferExpired");
        (await work.Router().ReturnExpiredAsync()).Value.Should().Be(1);
        (await work.Work().FindAsync(second.Id))!.State.Should().Be(WorkItemState.Waiting);
        (await work.Router().AcceptAsync(second.Id, "bob")).Errors.Should().ContainSingle(e => e.Code == "WorkItemTransitionNotAllowed", "nobody accepts what was not offered");
        (await work.Router().RouteAsync(queue)).Value.Should().ContainSingle(a => a.ItemId == second.Id && a.UserId == "bob");
    }

    [SkippableFact]
    public async Task Case_ResolvedOrClosed_EndsItsWork_AndGivenBackLosesItsAssignee()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null, ("ada", s_two));
        var (handled, waiting) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "One"))).Value, (await work.Desk.OpenAsync(new CaseDetails(customer, "Two"))).Value);
        var item = (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = handled.Id })).Value;
        await work.SaveAsync();
        (await work.Router().NextAsync("ada")).Value.Item!.Id.Should().Be(item.Id);
        handled.AssigneeId.Should().Be("ada");
        (await work.Work().RequeueAsync(item.Id)).ThrowIfFailed();
        handled.AssigneeId.Should().BeNull();
        await work.SaveAsync();
        (await work.Router().NextAsync("ada")).ThrowIfFailed();

        var second = (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = waiting.Id })).Value;
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(5));
        (await work.Desk.ResolveAsync(handled.Id, "Done.")).ThrowIfFailed();
        (await work.Desk.ResolveAsync(waiting.Id, "Not needed.")).ThrowIfFailed();
        await work.SaveAsync();
        await using var later = host.Work();
        (await later.Work().FindAsync(item.Id)).Should().Match<WorkItem>(i => i.State == WorkItemState.Done && i.TalkMilliseconds == 300_000);
        (await later.Work().FindAsync(second.Id))!.State.Should().Be(WorkItemState.Withdrawn);
        (await later.Router().NextAsync("ada")).Value.Item.Should().BeNull();
        (await later.Agents().ListAsync()).Should().ContainSingle(a => a.Units == 0 && a.IdleSince == host.Clock.Now);
    }

    [SkippableFact]
    public async Task Case_MergedIntoAnother_EndsItsWorkAndLeavesThatOfTheOther()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null, ("ada", s_two));
        var (source, target) = ((await work.Desk.OpenAsync(new CaseDetails(customer, "One"))).Value, (await work.Desk.OpenAsync(new CaseDetails(customer, "One again"))).Value);
        var (ends, stays) = ((await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = source.Id })).Value, (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = target.Id })).Value);
        await work.SaveAsync();
        (await work.Get<CaseMerger>().MergeAsync(source.Id, target.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var later = host.Work();
        (await later.Work().FindAsync(ends.Id))!.State.Should().Be(WorkItemState.Withdrawn);
        (await later.Router().NextAsync("ada")).Value.Item!.Id.Should().Be(stays.Id);
    }

    [SkippableFact]
    public async Task AddCase_TakesTheFirstQueueWhoseCriteriaHold()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        static QueueSettings Where(string json, int position) => new() { Criteria = Criterion.Parse(json).Value, Position = position };
        var urgent = await work.QueueAsync("Urgent", Where("""{"field":"priority","operator":"equals","value":"urgent"}""", 1));
        var kettles = await work.QueueAsync("Kettles", Where("""{"any":[{"field":"product","operator":"equals","value":"KETTLE"},{"field":"subject","operator":"contains","value":"kettle"}]}""", 2));
        (await work.Queues().CreateAsync("Wrong", Where("""{"field":"colour","operator":"equals","value":"red"}""", 0))).Errors.Should().ContainSingle(e => e.Code == "CriteriaFieldUnknown");

        async Task<CrmResult<WorkItem>> Add(CaseDetails details)
        {
            var opened = (await work.Desk.OpenAsync(details)).Value;
            return await work.Work().AddCaseAsync(opened.Id);
        }

        (await Add(new CaseDetails(customer, "My Kettle leaks") { Priority = CasePriority.Urgent })).Value.QueueId.Should().Be(urgent);
        (await Add(new CaseDetails(customer, "My Kettle leaks"))).Value.QueueId.Should().Be(kettles);
        (await Add(new CaseDetails(customer, "A toaster"))).Errors.Should().ContainSingle(e => e.Code == "NoQueueForCase");
        (await work.Queues().CloseAsync(urgent)).ThrowIfFailed();
        await work.SaveAsync();
        (await Add(new CaseDetails(customer, "Kettle again") { Priority = CasePriority.Urgent })).Value.QueueId.Should().Be(kettles, "a closed queue takes nothing by itself");
    }

    [SkippableFact]
    [Trait("Check", "SC-14")]
    public async Task Assign_ByHand_NeedsAWordForAnOfflineAgent_AndNeverExceedsCapacity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", new QueueSettings { Skills = [new SkillLevel("printer", 3)] }, ("ada", new AgentProfile { Skills = [new SkillLevel("printer", 5)] }), ("bob", new AgentProfile()));
        var (first, second) = (await work.CallAsync(queue, customer), await work.CallAsync(queue, customer));
        await work.SaveAsync();
        (await work.Router().AssignAsync(first.Id, "bob")).Errors.Should().ContainSingle(e => e.Code == "AgentNotQualified");
        (await work.Router().AssignAsync(first.Id, "ada")).ThrowIfFailed();
        (await work.Router().AssignAsync(second.Id, "ada", regardless: true)).Errors.Should().ContainSingle(e => e.Code == "AgentHasNoRoom");
        (await work.Agents().BecomeAsync("bob", AgentAvailability.Offline)).ThrowIfFailed();
        await work.SaveAsync();
        (await work.Router().AssignAsync(second.Id, "bob")).Errors.Should().ContainSingle(e => e.Code == "AgentNotAvailable");
        (await work.Router().AssignAsync(second.Id, "bob", regardless: true)).Value.UserId.Should().Be("bob");
        (await work.Router().AssignAsync(second.Id, "eve")).Errors.Should().ContainSingle(e => e.Code == "QueueAgentNotFound");
        (await work.Router().AssignAsync(WorkItemId.New(host.Clock.Now), "ada")).Errors.Should().ContainSingle(e => e.Code == "WorkItemNotFound");
    }

    [SkippableFact]
    public async Task BadInput_IsRefusedWithCodes_AndWritesNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null, ("ada", s_two));
        var call = await work.CallAsync(queue, customer);
        await work.SaveAsync();
        string Code<T>(CrmResult<T> result)
            where T : notnull => result.Errors.Single().Code;
        Code(await work.Queues().CreateAsync("Support")).Should().Be("WorkQueueNameTaken");
        Code(await work.Queues().CreateAsync(" ")).Should().Be("InvalidValue");
        Code(await work.Queues().CreateAsync("Odd", new QueueSettings { Strategy = "dice" })).Should().Be("AssignmentStrategyUnknown");
        Code(await work.Queues().JoinAsync(queue, "ada")).Should().Be("QueueMemberAlreadyPresent");
        Code(await work.Queues().JoinAsync(queue, "eve")).Should().Be("QueueAgentNotFound");
        Code(await work.Queues().WeighAsync(queue, "ada", 0)).Should().Be("InvalidValue");
        Code(await work.Agents().RegisterAsync("ada")).Should().Be("QueueAgentAlreadyPresent");
        Code(await work.Agents().RegisterAsync("odd", new AgentProfile { Capacity = 0 })).Should().Be("InvalidValue");
        Code(await work.Agents().BecomeAsync("ada", AgentAvailability.Active)).Should().Be("AgentAvailabilityUnchanged");
        Code(await work.Work().AddAsync(WorkQueueId.New(host.Clock.Now), new WorkItemDetails())).Should().Be("WorkQueueNotFound");
        Code(await work.Work().AddAsync(queue, new WorkItemDetails())).Should().Be("InvalidValue");
        Code(await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = ServiceCaseId.New(host.Clock.Now) })).Should().Be("CaseNotFound");
        Code(await work.Work().AddAsync(queue, new WorkItemDetails { Kind = WorkItemKind.Interaction, InteractionId = call.InteractionId })).Should().Be("WorkAlreadyQueued");
        Code(await work.Work().TransferAsync(call.Id, queue)).Should().Be("WorkItemInQueueAlready");
        Code(await work.Router().RouteAsync(queue, 0)).Should().Be("InvalidValue");
        work.Context.ChangeTracker.HasChanges().Should().BeFalse();

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        Code(await guest.Queues().CreateAsync("Mine")).Should().Be("ActNotAllowed");
        Code(await guest.Router().NextAsync("ada")).Should().Be("ActNotAllowed");
        (await guest.Queues().ListAsync()).Should().BeEmpty();
        (await guest.Work().LineAsync(queue)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task SameCase_QueuedByTwoAtOnce_IsInTheQueueOnce()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Support", null);
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "One"))).Value;
        await work.SaveAsync();
        await using var other = host.Work();
        (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened.Id })).ThrowIfFailed();
        (await other.Work().AddAsync(queue, new WorkItemDetails { CaseId = opened.Id })).ThrowIfFailed();
        await work.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle(e => e.Code == "AlreadyExists");
    }

    [SkippableFact]
    public async Task Transfer_KeepsTheTimeOfWaiting_AndTakesTheOtherQueuesSkills()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var first = await work.QueueAsync("First", null, ("ada", s_two));
        var second = await work.QueueAsync("Second", new QueueSettings { Skills = [new SkillLevel("printer", 2)] });
        var call = await work.CallAsync(first, customer);
        await work.SaveAsync();
        host.Clock.Advance(Duration.FromMinutes(1));
        (await work.Router().NextAsync("ada")).ThrowIfFailed();
        host.Clock.Advance(Duration.FromMinutes(2));
        (await work.Work().TransferAsync(call.Id, second)).ThrowIfFailed();
        await work.SaveAsync();
        await using var later = host.Work();
        (await later.Work().FindAsync(call.Id)).Should().Match<WorkItem>(i => i.QueueId == second && i.State == WorkItemState.Waiting && i.UserId == null
            && i.Transfers == 1 && i.TalkMilliseconds == 120_000 && i.WaitMilliseconds == 60_000 && i.Demand == "phone|1|printer=2" && i.EnqueuedAt == call.EnqueuedAt);
    }

    [SkippableFact]
    public async Task Queues_OfAnotherTenant_AreNotThere_AndMergesTakeWorkAlong()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var work = host.Work();
        var (anna, again) = (await work.RegisterAsync(), await work.RegisterAsync());
        var queue = await work.QueueAsync("Support", null, ("ada", s_two));
        var call = await work.CallAsync(queue, again);
        await work.SaveAsync();

        await using (var other = host.Work(new CrmScope(Actor.Agent("bob")) { TenantId = "two" }))
        {
            (await other.Queues().FindAsync(queue)).Should().BeNull();
            (await other.Queues().ListAsync()).Should().BeEmpty();
            (await other.Agents().ListAsync()).Should().BeEmpty();
            (await other.Router().RouteAsync(queue)).Errors.Should().ContainSingle(e => e.Code == "WorkQueueNotFound");
            (await other.Router().NextAsync("ada")).Errors.Should().ContainSingle(e => e.Code == "QueueAgentNotFound");
            await other.QueueAsync("Support", null, ("ada", s_two));
        }

        (await work.Merger.MergeAsync(anna, again)).ThrowIfFailed();
        await using var later = host.Work();
        (await later.Work().FindAsync(call.Id))!.CustomerId.Should().Be(anna);
        (await later.Router().RouteAsync(queue)).Value.Should().ContainSingle(a => a.UserId == "ada");
    }
}
