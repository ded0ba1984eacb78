using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Stored deadlines follow what the desk does.</summary>
public abstract class DeadlineSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { FirstResponse = SlaDuration.OfMinutes(60), NextResponse = SlaDuration.OfMinutes(120), Resolution = SlaDuration.OfMinutes(240) };

    /// <summary>Golden case: opened Friday 16:45 with four hours, on hold Monday from 10 to 14, three business hours.</summary>
    [SkippableFact]
    [Trait("Check", "SC-03")]
    [Trait("Check", "SC-08")]
    public async Task Resolution_PausedOverLunch_MovesByTheBusinessTimeOfThePause()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(5, 8, 16, 45);
        var id = await OpenAsync(host);
        (await DeadlineAsync(host, id, SlaTarget.FirstResponse)).Due.Should().Be(At(5, 11, 9, 15));
        var opened = await DeadlineAsync(host, id, SlaTarget.Resolution);
        (opened.Due, opened.Status, opened.UsedSeconds, opened.LeftSeconds).Should().Be((At(5, 11, 13, 15), SlaTargetStatus.Running, 0L, 14_400L));

        host.Clock.Now = At(5, 11, 10);
        await ActAsync(host, d => d.WaitAsync(id));
        var paused = await DeadlineAsync(host, id, SlaTarget.Resolution);
        (paused.Due, paused.Status, paused.NextAlarmAt, paused.UsedSeconds).Should().Be((null, SlaTargetStatus.Paused, null, 6_300L));
        (await DeadlineAsync(host, id, SlaTarget.FirstResponse)).Due.Should().Be(At(5, 11, 9, 15), "the customer has heard nothing yet");

        host.Clock.Now = At(5, 11, 14);
        await ActAsync(host, d => d.ReceiveAsync(id, "It was unplugged.", "Anna"));
        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Due.Should().Be(At(5, 11, 16, 15));

        host.Clock.Now = At(5, 11, 16, 30);
        await ActAsync(host, d => d.ResolveAsync(id, "Plugged in."));
        var missed = await DeadlineAsync(host, id, SlaTarget.Resolution);
        (missed.Status, missed.EndedAt, missed.LeftSeconds).Should().Be((SlaTargetStatus.Missed, At(5, 11, 16, 30), -900L));
    }

    [SkippableFact]
    [Trait("Check", "SC-08")]
    public async Task Pause_OutsideBusinessHours_ChangesNothing()
    {
        Levels.Promise(s_terms with { Resolution = SlaDuration.OfMinutes(450) });
        var host = await HostAsync(Watching());
        host.Clock.Now = At(5, 11, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(5, 11, 17, 30);
        await ActAsync(host, d => d.WaitAsync(id));
        host.Clock.Now = At(5, 12, 9);
        await ActAsync(host, d => d.ReceiveAsync(id, "And now?", "Anna"));

        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Due.Should().Be(At(5, 11, 17, 30));
    }

    [SkippableFact]
    [Trait("Check", "SC-04")]
    public async Task NextResponse_BeginsWithAMessage_EndsWithAReplyAndBeginsAgain()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 9, 30);
        await ActAsync(host, d => d.ReplyAsync(id, "We look into it."));
        (await DeadlineAsync(host, id, SlaTarget.FirstResponse)).Should().Match<ServiceDeadline>(d => d.Status == SlaTargetStatus.Met && d.UsedSeconds == 1_800);
        (await DeadlinesAsync(host, id)).Should().NotContain(d => d.Target == SlaTarget.NextResponse);

        host.Clock.Now = At(6, 1, 10);
        await ActAsync(host, d => d.ReceiveAsync(id, "And?", "Anna"));
        host.Clock.Now = At(6, 1, 10, 30);
        await ActAsync(host, d => d.ReceiveAsync(id, "Hello?", "Anna"));
        (await DeadlineAsync(host, id, SlaTarget.NextResponse)).Due.Should().Be(At(6, 1, 12), "further messages do not move it");
        await ActAsync(host, d => d.AddNoteAsync(id, "She is in a hurry."));
        (await DeadlineAsync(host, id, SlaTarget.NextResponse)).EndedAt.Should().BeNull("a note answers nobody");

        host.Clock.Now = At(6, 1, 11);
        await ActAsync(host, d => d.ReplyAsync(id, "Today."));
        (await DeadlineAsync(host, id, SlaTarget.NextResponse)).Status.Should().Be(SlaTargetStatus.Met);
        host.Clock.Now = At(6, 1, 16, 30);
        await ActAsync(host, d => d.ReceiveAsync(id, "It is late.", "Anna"));
        (await DeadlineAsync(host, id, SlaTarget.NextResponse, 2)).Due.Should().Be(At(6, 2, 10));
    }

    [SkippableFact]
    [Trait("Check", "SC-10")]
    public async Task Priority_Changed_MovesOpenDeadlinesWithATraceAndLeavesWhatWasFulfilled()
    {
        var (normal, urgent) = (Levels.Publish(s_terms, CasePriority.Normal), Levels.Publish(s_terms with { FirstResponse = SlaDuration.OfMinutes(5), Resolution = SlaDuration.OfMinutes(60) }, CasePriority.Urgent));
        Levels.Choice = c => c.Priority == CasePriority.Urgent ? urgent : normal;
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 9, 30);
        await ActAsync(host, d => d.ReplyAsync(id, "We look into it."));
        var before = await DeadlineAsync(host, id, SlaTarget.FirstResponse);

        await ActAsync(host, d => d.PrioritiseAsync(id, CasePriority.Urgent));

        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Should().Match<ServiceDeadline>(d => d.Due == At(6, 1, 10) && d.Level == urgent.Key);
        (await DeadlineAsync(host, id, SlaTarget.FirstResponse)).Should().BeEquivalentTo(before, "history is not rewritten");
        await using var work = host.Work();
        var explained = (await work.Get<ServiceDeadlines>().ExplainAsync(id))!;
        explained.Level.Should().Be(urgent);
        explained.Changes.Select(c => (c.At, c.Reason, c.Before, c.After)).Should().Equal(
            (At(6, 1, 9), ServiceLevelReason.CaseOpened, null, normal), (At(6, 1, 9, 30), ServiceLevelReason.PriorityChanged, normal, urgent));
        explained.Changes[1].Moves.Should().Equal(new DeadlineMove(SlaTarget.Resolution, 1, At(6, 1, 14), At(6, 1, 10)));
        var stored = await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.EventName == "service.case-service-level-changed").OrderBy(m => m.AggregateVersion).ToListAsync();
        stored.Should().HaveCount(2);
        stored[1].Payload.Should().Contain("\"PriorityChanged\"", because: "the reason is told").And.Contain("2026-06-01T08:00:00Z");
    }

    [SkippableFact]
    [Trait("Check", "SC-10")]
    public async Task Levels_Reapplied_MoveOpenCasesAloneAndSayWhy()
    {
        var old = Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var (open, closed, unpromised) = (await OpenAsync(host), await OpenAsync(host), default(ServiceCaseId));
        await ActAsync(host, d => d.ResolveAsync(closed, "Plugged in."));
        Levels.Choice = _ => null;
        unpromised = await OpenAsync(host);
        var (ended, version) = (await DeadlinesAsync(host, closed), await VersionAsync(host, closed));

        var holiday = new Crm.Domain.Time.BusinessCalendar(LevelsOfTest.Office.Zone, LevelsOfTest.Office.Weekly, [new(new LocalDate(2026, 6, 1), [])]);
        var published = Levels.Promise(s_terms with { Calendar = holiday });
        host.Clock.Now = At(6, 1, 9, 20);
        await using (var work = host.Work())
        {
            (await work.Get<ServiceDeadlines>().ReapplyAsync()).Value.Should().BeEquivalentTo(new { Cases = 2, Changed = 2, Busy = Array.Empty<ServiceCaseId>() });
            (await work.Get<ServiceDeadlines>().ReapplyAsync()).Value.Changed.Should().Be(0, "it is done");
        }

        (await DeadlineAsync(host, open, SlaTarget.Resolution)).Due.Should().Be(At(6, 2, 14), "the day has become a holiday");
        (await DeadlineAsync(host, unpromised, SlaTarget.Resolution)).Due.Should().Be(At(6, 2, 14));
        (await DeadlinesAsync(host, closed)).Should().BeEquivalentTo(ended);
        (await VersionAsync(host, closed)).Should().Be(version);
        await using var reader = host.Work();
        var change = (await reader.Get<ServiceDeadlines>().ExplainAsync(open))!.Changes[^1];
        (change.Reason, change.Before, change.After).Should().Be((ServiceLevelReason.LevelsReapplied, old, published));
        change.Moves.Should().Contain(new DeadlineMove(SlaTarget.Resolution, 1, At(6, 1, 14), At(6, 2, 14)));
        (await reader.Get<ServiceDeadlines>().ExplainAsync(open, At(6, 1, 9, 10)))!.Timeline.NextDue.Should().Be(At(6, 1, 10), "as of then nobody knew of the holiday");
    }

    [SkippableFact]
    [Trait("Check", "SC-11")]
    public async Task Explanation_ListsEveryStretchAndSaysByHowManyMinutes()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var id = await OpenAsync(host);
        host.Clock.Now = At(6, 1, 10, 30);
        await ActAsync(host, d => d.ReplyAsync(id, "Is it plugged in?"));
        await ActAsync(host, d => d.WaitAsync(id));
        host.Clock.Now = At(6, 1, 14);
        await using var work = host.Work();

        var explained = (await work.Get<ServiceDeadlines>().ExplainAsync(id))!;

        var first = explained.Timeline.Latest(SlaTarget.FirstResponse)!;
        (first.Status, first.Left).Should().Be((SlaTargetStatus.Missed, Duration.FromMinutes(-30)));
        var solution = explained.Timeline.Latest(SlaTarget.Resolution)!;
        (solution.Status, solution.Used, solution.Left).Should().Be((SlaTargetStatus.Paused, Duration.FromMinutes(90), Duration.FromMinutes(150)));
        solution.Spans.Select(s => (s.Counts, s.BusinessTime)).Should().Equal((true, Duration.FromMinutes(90)), (false, Duration.FromMinutes(150)));
        explained.Timeline.Status.Should().Be(SlaTargetStatus.Missed);
        await using var portal = host.Work(new(Crm.Domain.Access.Actor.PortalCustomer("anna", [])));
        (await portal.Get<ServiceDeadlines>().ExplainAsync(id)).Should().BeNull();
    }

    [SkippableFact]
    public async Task NoPolicy_NothingIsRequiredAndNothingIsKeptButTheLog()
    {
        var host = await HostAsync();
        var id = await OpenAsync(host);
        await ActAsync(host, d => d.ReplyAsync(id, "Unplug it."));
        await ActAsync(host, d => d.ResolveAsync(id, "Unplugged."));
        await ActAsync(host, d => d.ReopenAsync(id));

        (await DeadlinesAsync(host, id)).Should().BeEmpty();
        (await RaiseAsync(host)).Should().Be(0);
        await using var work = host.Work();
        var explained = (await work.Get<ServiceDeadlines>().ExplainAsync(id))!;
        (explained.Level, explained.Timeline.Claims.Count, explained.Changes.Count).Should().Be((null, 0, 0));
        (await work.Get<ICaseLogQueries>().FindAsync(id, default))!.Entries.Select(e => (e.Version, e.Kind, e.Category)).Should().Equal(
            (1L, SlaEventKind.Opened, CaseCategory.Open), (2L, SlaEventKind.Reply, null), (3L, SlaEventKind.StatusChanged, CaseCategory.Resolved),
            (4L, SlaEventKind.StatusChanged, CaseCategory.Open));
        (await work.Context.Set<AuditEntry>().AsNoTracking().Where(a => a.AggregateId == id.Value).Select(a => a.Changes).ToListAsync())
            .Should().NotContain(c => c.Contains("CaseLogEntry") || c.Contains("ServiceDeadline"), "the audit tells acts, not what follows from them");
    }

    [SkippableFact]
    public async Task RefusedSave_LeavesNoDeadlineBehind()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        var id = await OpenAsync(host);
        await using var late = host.Work();
        (await late.Desk.ReceiveAsync(id, "And?", "Anna")).ThrowIfFailed();
        await ActAsync(host, d => d.ReplyAsync(id, "Unplug it."));

        (await late.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
        (await late.Desk.AddNoteAsync(id, "Again.")).ThrowIfFailed();
        await late.SaveAsync();

        (await DeadlinesAsync(host, id)).Should().NotContain(d => d.Target == SlaTarget.NextResponse).And.Contain(d => d.Status == SlaTargetStatus.Met);
    }

    private static async Task<long> VersionAsync(CrmTestHost<SpecificationContext> host, ServiceCaseId id)
    {
        await using var work = host.Work();
        return (await work.Desk.FindAsync(id))!.Version;
    }
}
