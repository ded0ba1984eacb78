using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>What levels of escalation ask for is done, whatever becomes of the rest.</summary>
[Trait("Check", "SC-12")]
public abstract class EscalationSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { Resolution = SlaDuration.OfMinutes(240) };

    [SkippableFact]
    public async Task Warning_RaisesThePriorityByAStep_AndTheDeadlineMovesWithIt()
    {
        var levels = Enum.GetValues<CasePriority>().ToDictionary(p => p, p => Levels.Publish(
            s_terms with { Resolution = SlaDuration.OfMinutes(240 - (30 * (int)p)) }, p, Level("warning", EscalationMoment.AtShare(0.5m), new EscalationAction(EscalationActionKind.RaisePriority))));
        Levels.Choice = c => levels[c.Priority];
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host, CasePriority.Low);
        host.Clock.Now = At(6, 1, 11);
        (await RaiseAsync(host)).Should().Be(1);
        await DrainAsync(host);

        await using (var work = host.Work())
        {
            (await work.Desk.FindAsync(id))!.Priority.Should().Be(CasePriority.Normal);
        }

        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Due.Should().Be(At(6, 1, 13, 30));
        (await RaiseAsync(host)).Should().Be(0, "the level was raised for this promise, under whatever terms");
        (await DrainAsync(host)).Should().Be(0);
    }

    [SkippableFact]
    public async Task Breach_GivesTheCaseAndItsWorkToSomebodyElse()
    {
        Levels.Promise(s_terms, Level(EscalationLevel.BreachName, EscalationMoment.Breach, new(EscalationActionKind.Reassign, "grace"), new(EscalationActionKind.RaisePriority, "Urgent")));
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var (id, plain) = (await OpenAsync(host), await OpenAsync(host));
        WorkItemId item;
        await using (var work = host.Work())
        {
            var queue = await work.QueueAsync("Cases", null, ("ada", new AgentProfile { Capacity = 5 }), ("grace", new AgentProfile { Capacity = 5 }));
            item = (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = id })).Value.Id;
            await work.SaveAsync();
            (await work.Router().AssignAsync(item, "ada")).ThrowIfFailed();
        }

        host.Clock.Now = At(6, 1, 14);
        (await RaiseAsync(host)).Should().Be(2);
        await DrainAsync(host);

        await using var check = host.Work();
        foreach (var escalated in new[] { id, plain })
        {
            var found = (await check.Desk.FindAsync(escalated))!;
            (found.AssigneeId, found.Priority).Should().Be(("grace", CasePriority.Urgent));
        }

        (await check.Work().FindAsync(item)).Should().Match<WorkItem>(i => i.UserId == "grace" && i.State == WorkItemState.Handling);
    }

    [SkippableFact]
    public async Task Reassignment_WithoutAName_PutsTheWorkBackInItsQueue()
    {
        Levels.Promise(s_terms, Level(EscalationLevel.BreachName, EscalationMoment.Breach, new EscalationAction(EscalationActionKind.Reassign)));
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        WorkItemId item;
        await using (var work = host.Work())
        {
            var queue = await work.QueueAsync("Cases", null, ("ada", new AgentProfile()));
            item = (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = id })).Value.Id;
            await work.SaveAsync();
            (await work.Router().AssignAsync(item, "ada")).ThrowIfFailed();
        }

        host.Clock.Now = At(6, 1, 14);
        await RaiseAsync(host);
        await DrainAsync(host);

        await using var check = host.Work();
        (await check.Desk.FindAsync(id))!.AssigneeId.Should().BeNull();
        (await check.Work().FindAsync(item))!.State.Should().Be(WorkItemState.Waiting);
    }

    [SkippableFact]
    public async Task ActionThatFails_IsTriedAgainAndParked_WithoutRaisingTheLevelTwiceOrHoldingUpTheOthers()
    {
        Levels.Promise(s_terms, Level("warning", EscalationMoment.AtShare(0.5m), new(EscalationActionKind.Host, "page"), new(EscalationActionKind.Host, "unknown"), new(EscalationActionKind.RaisePriority, "High")));
        var pager = new Pager { Failures = 2 };
        var host = await HostAsync(Watching(s => s.AddSingleton(pager).AddScoped<IEscalationAction, Page>()));
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 11);
        (await RaiseAsync(host)).Should().Be(1);
        for (var i = 0; i < 8; i++)
        {
            await DrainAsync(host);
            (await RaiseAsync(host)).Should().Be(0);
            host.Clock.Advance(Duration.FromMinutes(1));
        }

        pager.Calls.Should().HaveCount(3, "two failed").And.OnlyContain(c => c.EventId == pager.Calls[0].EventId && c.Case == id);
        await using var work = host.Work();
        (await work.Desk.FindAsync(id))!.Priority.Should().Be(CasePriority.High);
        (await work.Context.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.ParkedAt != null)).Error.Should().Contain("unknown").And.Contain("IEscalationAction");
        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning");
    }

    [SkippableFact]
    public async Task Action_OfAPromiseThatHasEnded_IsLeftOut()
    {
        Levels.Promise(s_terms, Level(EscalationLevel.BreachName, EscalationMoment.Breach, new(EscalationActionKind.RaisePriority), new(EscalationActionKind.Reassign, "grace")));
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 14);
        await RaiseAsync(host);
        await ActAsync(host, d => d.ResolveAsync(id, "Plugged in."));
        await DrainAsync(host);

        await using var work = host.Work();
        (await work.Desk.FindAsync(id)).Should().Match<ServiceCase>(c => c.Priority == CasePriority.Normal && c.AssigneeId == null);
        (await work.Context.Set<OutboxMessage>().AsNoTracking().CountAsync(m => m.DoneAt == null)).Should().Be(0);
    }

    private static EscalationLevel Level(string name, EscalationMoment at, params EscalationAction[] actions) => new() { Name = name, At = at, Actions = actions };

    private sealed class Pager
    {
        public int Failures { get; set; }

        public List<(Guid EventId, ServiceCaseId Case)> Calls { get; } = [];
    }

    private sealed class Page(Pager pager) : IEscalationAction
    {
        public string Key => "Page";

        public Task RunAsync(EscalationDue due, CrmDelivery delivery, CancellationToken cancellationToken)
        {
            pager.Calls.Add((delivery.EventId, due.Alarm.CaseId));
            return pager.Failures-- > 0 ? throw new IOException("The pager is away.") : Task.CompletedTask;
        }
    }
}
