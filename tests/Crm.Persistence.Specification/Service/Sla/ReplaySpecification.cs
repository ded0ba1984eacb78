using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Whatever is done to a case: what is stored at every step is what its log says.</summary>
public abstract class ReplaySpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "SC-03")]
    [Trait("Check", "SC-04")]
    [Trait("Check", "SC-08")]
    [Trait("Check", "SC-10")]
    [Trait("Check", "SC-11")]
    public async Task StoredDeadlines_AfterEveryAct_AreWhatTheLogSays()
    {
        var host = await HostAsync(Watching());
        var published = new List<ServiceLevel>();
        foreach (var calendar in new[] { LevelsOfTest.Office, BusinessHours.In("America/New_York").Daily("22:00-06:00").Build(), BusinessCalendar.AlwaysOpen(DateTimeZone.Utc) })
        {
            foreach (var priority in Enum.GetValues<CasePriority>())
            {
                published.Add(Levels.Publish(
                    new SlaTerms(calendar)
                    {
                        FirstResponse = SlaDuration.OfMinutes(60 - (10 * (int)priority)), NextResponse = priority == CasePriority.Low ? null : SlaDuration.OfMinutes(90),
                        Resolution = priority == CasePriority.High ? SlaDuration.OfDays(2, toEndOfDay: true) : SlaDuration.OfMinutes(600), PausesFirstResponse = priority == CasePriority.Urgent,
                        Reopening = priority == CasePriority.Normal ? SlaReopening.NewCycle : SlaReopening.ResolvedTimeIsPause, HoldIsFirstResponse = priority == CasePriority.Low,
                    },
                    priority,
                    EscalationLevel.Warning,
                    new EscalationLevel { Name = "soon", At = EscalationMoment.FromDue(Duration.FromMinutes(-20)) },
                    new EscalationLevel { Name = "late", At = EscalationMoment.FromDue(Duration.FromMinutes(45)) }));
            }
        }

        // 10,000 commands in the full run.
        var random = new Random(20260604);
        for (var story = 0; story < TestScale.Count(12, 500); story++)
        {
            var edition = 0;
            Levels.Choice = c => edition == 3 ? null : published[(edition * 4) + (int)c.Priority];
            var id = await OpenAsync(host);
            await CheckAsync(host, id);
            for (var step = 0; step < 20; step++)
            {
                var (what, minutes) = (random.Next(14), random.Next(700));
                host.Clock.Advance(Duration.FromMinutes(what == 13 ? -minutes : minutes));
                if (what == 12)
                {
                    edition = minutes % 4;
                    await using var work = host.Work();
                    (await work.Get<ServiceDeadlines>().ReapplyAsync()).ThrowIfFailed();
                }
                else if (what == 11)
                {
                    await RaiseAsync(host);
                }
                else
                {
                    await using var work = host.Work();
                    _ = await StepAsync(work.Desk, id, what);
                    await work.SaveAsync();
                }

                await CheckAsync(host, id);
            }
        }
    }

    private static Task<CrmResult<ServiceCase>> StepAsync(ServiceDesk desk, ServiceCaseId id, int what) => what switch
    {
        0 or 1 => desk.ReceiveAsync(id, "And?", "Anna"),
        2 or 3 => desk.ReplyAsync(id, "We look into it."),
        4 or 5 => desk.WaitAsync(id),
        6 => desk.ResolveAsync(id, "Plugged in."),
        7 => desk.ReopenAsync(id),
        8 => desk.PrioritiseAsync(id, CasePriority.Urgent),
        9 => desk.PrioritiseAsync(id, CasePriority.Normal),
        10 => desk.CloseAsync(id),
        _ => desk.AddNoteAsync(id, "Hm."),
    };

    private async Task CheckAsync(CrmTestHost<SpecificationContext> host, ServiceCaseId id)
    {
        await using var work = host.Work();
        var log = (await work.Get<ICaseLogQueries>().FindAsync(id, default))!;
        var levels = await Levels.FindAsync([.. log.Keys], default);
        var events = log.ToEvents(levels);
        var stored = (await work.Get<ServiceDeadlines>().OfCaseAsync(id)).Where(d => d.Status != SlaTargetStatus.Cancelled).ToDictionary(d => (d.Target, d.Ordinal));

        // As of when each row was reckoned: the same figures. As of now: the same deadlines.
        foreach (var row in stored.Values)
        {
            var claim = SlaClock.Read(events, Instant.Max(row.ReckonedAt, events[^1].At)).Claims.Last(c => (c.Target, c.Ordinal) == (row.Target, row.Ordinal) && c.Status != SlaTargetStatus.Cancelled);
            (row.StartedAt, row.Due, row.EndedAt).Should().Be((claim.StartedAt, claim.Due, claim.EndedAt));
            if (row.EndedAt is not null)
            {
                (row.Status, row.UsedSeconds, row.LeftSeconds).Should().Be((claim.Status, (long)Math.Floor(claim.Used.TotalSeconds), (long)Math.Floor(claim.Left.TotalSeconds)));
            }
        }

        // Where the clock has jumped back, what was reckoned before it did still stands.
        var now = stored.Values.Select(d => d.ReckonedAt).Append(host.Clock.Now).Append(events[^1].At).Max();
        var claims = SlaClock.Read(events, now).Claims.Where(c => c.Status != SlaTargetStatus.Cancelled).ToDictionary(c => (c.Target, c.Ordinal));
        stored.Keys.Should().BeEquivalentTo(claims.Keys);
        foreach (var (key, claim) in claims)
        {
            (stored[key].Due, stored[key].StatusAt(now)).Should().Be((claim.Due, claim.Status));
        }

        var found = (await work.Desk.FindAsync(id))!;
        found.ServiceLevel.Should().Be(log.Entries.LastOrDefault(e => e.Kind == SlaEventKind.TermsChanged)?.Level);
        var ids = stored.Values.Select(d => d.Id).ToList();
        var raised = (await work.Context.Set<RaisedLevel>().AsNoTracking().Where(r => ids.Contains(r.DeadlineId)).ToListAsync()).ToLookup(r => r.DeadlineId, r => r.Level);
        foreach (var row in stored.Values)
        {
            row.NextAlarmAt.Should().Be(row.Alarms.FirstOrDefault(a => !raised[row.Id].Contains(a.Level))?.At);
        }
    }
}
