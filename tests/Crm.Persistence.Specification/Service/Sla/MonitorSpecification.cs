using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Levels of escalation come when they are due, each exactly once.</summary>
[Trait("Check", "SC-12")]
public abstract class MonitorSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { Resolution = SlaDuration.OfMinutes(240) };
    private static readonly EscalationLevel s_late = new() { Name = "an hour late", At = EscalationMoment.FromDue(Duration.FromHours(1)) };

    [SkippableFact]
    public async Task Levels_ComeAtTheirInstants_EachOnce()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning, s_late);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        (await NextAsync(host)).Should().Be(At(6, 1, 12), "three of four hours");

        host.Clock.Now = At(6, 1, 12) - Duration.FromMilliseconds(1);
        (await RaiseAsync(host)).Should().Be(0);
        host.Clock.Now = At(6, 1, 12);
        (await RaiseAsync(host)).Should().Be(1);
        (await RaiseAsync(host)).Should().Be(0);
        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning");
        (await NextAsync(host)).Should().Be(At(6, 1, 14));

        host.Clock.Now = At(6, 1, 14);
        (await RaiseAsync(host)).Should().Be(1);
        (await DeadlineAsync(host, id, SlaTarget.Resolution)).StatusAt(At(6, 1, 14, 1)).Should().Be(SlaTargetStatus.Missed);
        host.Clock.Now = At(6, 1, 15);
        (await RaiseAsync(host)).Should().Be(1);
        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning", "Resolution 1 breach", "Resolution 1 an hour late");
        (await NextAsync(host)).Should().BeNull("nothing is left");

        await DrainAsync(host);
        Deliveries.All.Select(d => d.Event).OfType<SlaWarningRaised>().Should().ContainSingle()
            .Which.Alarm.Should().BeEquivalentTo(new { CaseId = id, Target = SlaTarget.Resolution, Ordinal = 1, Level = "warning", Due = At(6, 1, 14), At = At(6, 1, 12), Actions = EscalationLevel.Warning.Actions });
        Deliveries.All.Select(d => d.Event).OfType<SlaBreached>().Should().ContainSingle();
        Deliveries.All.Select(d => d.Event).OfType<SlaEscalated>().Should().ContainSingle();
        await using var work = host.Work();
        (await work.History.TimelineAsync(id.ToSubject())).Items.Select(e => e.Kind).Should().Contain(["sla-warning", "sla-breach", "sla-escalation"]);
    }

    [SkippableFact]
    public async Task LateMonitor_CatchesUpInTheOrderOfWhatIsDue()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var first = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 9, 30);
        var second = await OpenAsync(host);
        host.Clock.Now = At(6, 3, 9);
        await using (var work = host.Work())
        {
            (await work.Get<ServiceLevelMonitor>().DueUntilAsync(At(6, 1, 12, 15))).Items.Select(d => (d.CaseId, d.At)).Should().Equal((first, At(6, 1, 12)));
            var page = await work.Get<ServiceLevelMonitor>().DueUntilAsync(At(6, 3, 9), new() { Take = 1 });
            page.Items.Single().CaseId.Should().Be(first);
            (await work.Get<ServiceLevelMonitor>().DueUntilAsync(At(6, 3, 9), new() { Take = 1, After = page.Next })).Items.Single().CaseId.Should().Be(second);

            var raised = (await work.Get<ServiceLevelMonitor>().RaiseDueAsync()).Value;
            raised.Select(a => (a.CaseId, a.Level, a.At)).Should().Equal(
                (first, "warning", At(6, 1, 12)), (second, "warning", At(6, 1, 13, 30)), (first, "breach", At(6, 1, 14)), (second, "breach", At(6, 1, 14, 30)));
        }

        await DrainAsync(host);
        Deliveries.All.Where(d => d.Event is SlaWarningRaised or SlaBreached).GroupBy(d => d.Delivery.AggregateId).Should().HaveCount(2)
            .And.OnlyContain(g => g.First().Event is SlaWarningRaised && g.Last().Event is SlaBreached, "each case hears of the warning first");
    }

    [SkippableFact]
    public async Task ClockThatJumpsBack_RaisesNothingTwice()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 15);
        (await RaiseAsync(host)).Should().Be(2);

        host.Clock.Now = At(6, 1, 8);
        (await RaiseAsync(host)).Should().Be(0);
        await ActAsync(host, d => d.ReplyAsync(id, "Sorry, my clock was wrong."));
        await ActAsync(host, d => d.PrioritiseAsync(id, CasePriority.High));
        foreach (var at in new[] { At(6, 1, 12), At(6, 1, 14), At(6, 1, 16) })
        {
            host.Clock.Now = at;
            (await RaiseAsync(host)).Should().Be(0);
        }

        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning", "Resolution 1 breach");
    }

    [SkippableFact]
    public async Task PausedTarget_FiresNothingUntilItGoesOn()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 11);
        await ActAsync(host, d => d.WaitAsync(id));
        (await NextAsync(host)).Should().BeNull();
        host.Clock.Now = At(6, 5, 11);
        (await RaiseAsync(host)).Should().Be(0);

        await ActAsync(host, d => d.ReceiveAsync(id, "Back again.", "Anna"));
        (await NextAsync(host)).Should().Be(At(6, 5, 12));
        host.Clock.Now = At(6, 5, 12);
        (await RaiseAsync(host)).Should().Be(1);
    }

    [SkippableFact]
    public async Task DeadlineMovedLater_AfterAWarning_DoesNotWarnAgain()
    {
        var (strict, lax) = (Levels.Publish(s_terms, CasePriority.Urgent, EscalationLevel.Warning), Levels.Publish(s_terms with { Resolution = SlaDuration.OfMinutes(900) }, CasePriority.Low, EscalationLevel.Warning));
        Levels.Choice = c => c.Priority == CasePriority.Low ? lax : strict;
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 12);
        (await RaiseAsync(host)).Should().Be(1);

        await ActAsync(host, d => d.PrioritiseAsync(id, CasePriority.Low));
        (await NextAsync(host)).Should().Be(At(6, 2, 17, 30), "the breach alone is left");
        host.Clock.Now = At(6, 2, 17, 30);
        (await RaiseAsync(host)).Should().Be(1);
        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning", "Resolution 1 breach");
    }

    [SkippableFact]
    public async Task PromiseKept_BeforeAnybodyLooked_RaisesNothing_AndOneMissedIsToldThough()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning, s_late);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var (kept, missed) = (await OpenAsync(host), await OpenAsync(host));
        host.Clock.Now = At(6, 1, 13, 30);
        await ActAsync(host, d => d.ResolveAsync(kept, "Plugged in."));
        host.Clock.Now = At(6, 1, 14, 30);
        await ActAsync(host, d => d.ResolveAsync(missed, "Plugged in."));

        host.Clock.Now = At(6, 2, 9);
        (await RaiseAsync(host)).Should().Be(1);
        (await RaisedAsync(host)).Should().Equal("Resolution 1 breach");
        await using var work = host.Work();
        (await work.Get<ServiceDeadlines>().ExplainAsync(missed))!.Raised.Should().Equal(new RaisedAlarm(SlaTarget.Resolution, 1, "breach", At(6, 1, 14), At(6, 1, 14), At(6, 2, 9)));
        (await work.Get<ServiceDeadlines>().ExplainAsync(kept))!.Raised.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task AgentAndMonitorAtOnce_BothSucceed_AndNothingIsLost()
    {
        Levels.Promise(s_terms with { NextResponse = SlaDuration.OfMinutes(600) }, EscalationLevel.Warning);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 12);

        // The agent has read the case and its deadlines; the monitor is faster.
        await using var agent = host.Work();
        (await agent.Desk.ReceiveAsync(id, "And?", "Anna")).ThrowIfFailed();
        (await RaiseAsync(host)).Should().Be(1);
        await agent.SaveAsync();

        host.Clock.Now = At(6, 1, 13);
        (await RaiseAsync(host)).Should().Be(0, "it was raised");
        (await NextAsync(host)).Should().Be(At(6, 1, 14));
        host.Clock.Now = At(6, 1, 14);

        // And the other way round: what the monitor holds is what it finds.
        await using var late = host.Work();
        (await late.Desk.PrioritiseAsync(id, CasePriority.High)).ThrowIfFailed();
        (await RaiseAsync(host)).Should().Be(1);
        await late.SaveAsync();
        (await RaiseAsync(host)).Should().Be(0);
        (await RaisedAsync(host)).Should().Equal("Resolution 1 warning", "Resolution 1 breach");
        (await DeadlinesAsync(host, id)).Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task SeveralTenants_AreEachServedInTheirOwnScope()
    {
        Levels.Promise(s_terms, EscalationLevel.Warning);
        var host = await HostAsync<TenantContext>(Watching(setup: s => s.Scope = new CrmScope(Actor.Agent("ada")) { TenantId = "one" }));
        host.Clock.Now = At(6, 1, 9);
        var cases = new Dictionary<string, ServiceCaseId>();
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
            cases[tenant] = (await work.Desk.OpenAsync(new CaseDetails(await CustomerAsync(work), "Stays cold"))).Value.Id;
            await work.SaveAsync();
        }

        host.Clock.Now = At(6, 1, 12);
        (await RaiseAsync(host)).Should().Be(2);
        (await RaiseAsync(host)).Should().Be(0);
        foreach (var (tenant, id) in cases)
        {
            await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
            (await work.Get<ServiceDeadlines>().ExplainAsync(id))!.Raised.Should().ContainSingle(r => r.Level == "warning");
            (await work.Context.Set<RaisedLevel>().CountAsync()).Should().Be(1);
            (await work.Context.Set<EfCore.Outbox.OutboxMessage>().CountAsync(m => m.TenantId == tenant && m.EventName == "service.sla-warning-raised")).Should().Be(1);
        }
    }

    [SkippableFact]
    public async Task Outsiders_SeeAndRaiseNothing()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        await OpenAsync(host);
        host.Clock.Advance(Duration.FromDays(3));
        await using var work = host.Work(new(Actor.PortalCustomer("anna", [])));
        var monitor = work.Get<ServiceLevelMonitor>();

        (await monitor.RaiseDueAsync()).Errors.Should().ContainSingle(e => e.Code == "ActNotAllowed");
        (await monitor.NextDueAsync()).Should().BeNull();
        (await monitor.DueUntilAsync(host.Clock.Now)).Items.Should().BeEmpty();
        (await work.Get<ServiceDeadlines>().ReapplyAsync()).Errors.Should().ContainSingle(e => e.Code == "ActNotAllowed");
        await using var staff = host.Work();
        (await staff.Get<ServiceLevelMonitor>().RaiseDueAsync(0)).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
    }

    private static async Task<Instant?> NextAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.Get<ServiceLevelMonitor>().NextDueAsync();
    }
}
