using Crm.Domain.Criteria;
using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/sla-you-can-explain.md.</summary>
internal static class SlaGuide
{
    // docs: sla-calendar
    /// <summary>The desk's hours, a holiday, a short day, and the public holidays of a feed. The caller saves.</summary>
    public static async Task<HolidayImport> SetHoursAsync(ServiceCalendars calendars, string holidayFeed)
    {
        var week = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();
        await calendars.CreateAsync("default", "Desk in Milan", ServiceHours.Of(week));
        await calendars.SetDaysAsync("default",
        [
            ServiceDay.Holiday(new LocalDate(2026, 12, 7), "Sant'Ambrogio"),
            ServiceDay.Open(new LocalDate(2026, 12, 24), "09:00-12:00"),
        ]);
        return (await calendars.ImportHolidaysAsync("default", "italy", holidayFeed)).Value;
    }
    // docs: end

    // docs: sla-policy
    /// <summary>One policy for what is urgent, and one for everything else. The caller saves.</summary>
    public static async Task<SlaPolicy> PromiseAsync(SlaPolicies policies)
    {
        var urgent = new SlaPromise { FirstResponse = SlaDuration.OfMinutes(30), NextResponse = SlaDuration.OfMinutes(60), Resolution = SlaDuration.OfMinutes(240) };
        var usual = new SlaPromise { FirstResponse = SlaDuration.OfMinutes(240), Resolution = SlaDuration.OfDays(3, toEndOfDay: true) };
        await policies.CreateAsync(
            new SlaPolicyDetails("Urgent") { Condition = new Condition("priority", CriteriaOperators.Equal, "urgent") },
            SlaPolicyTerms.ForAll(urgent) with
            {
                Levels =
                [
                    EscalationLevel.Warning,
                    new EscalationLevel { Name = "half an hour late", At = EscalationMoment.FromDue(Duration.FromMinutes(30)), Actions = [new(EscalationActionKind.Notify, "team-leads")] },
                ],
            });
        return (await policies.CreateAsync(new SlaPolicyDetails("Usual"), SlaPolicyTerms.ForAll(usual), isDefault: true)).Value;
    }
    // docs: end

    // docs: sla-choice
    /// <summary>Why a case has the policy that it has.</summary>
    public static async Task<List<string>> WhyAsync(ServiceLevels levels, ServiceCaseId caseId)
    {
        var choice = (await levels.ExplainChoiceAsync(caseId)).Value;
        return [.. choice.Tried.Select(t => $"{t.Name}: {t.Verdict}{string.Concat(t.Conditions.Where(c => !c.Holds).Select(c => $", {c.Field} {c.Operator}"))}")];
    }
    // docs: end

    // docs: sla-timeline
    /// <summary>Every stretch of a promise: what was counted, what was not, and why the deadline is where it is.</summary>
    public static List<string> Explain(SlaTerms terms, IEnumerable<SlaEvent> events, Instant asOf)
    {
        var clock = ZonedDateTimePattern.CreateWithInvariantCulture("ddd HH:mm", null);
        var claim = SlaClock.Read(events, asOf, explain: true).Latest(SlaTarget.Resolution)!;
        return
        [
            .. claim.Spans.Select(s => $"{At(s.From)} – {At(s.To)}: {s.BusinessTime.TotalMinutes} min {(s.Counts ? "counted" : "waiting for the customer")}"),
            $"used {claim.Used.TotalMinutes} of {claim.Allowed}, due {(claim.Due is { } due ? At(due) : "when the customer answers")}, {claim.Status}",
        ];

        string At(Instant instant) => clock.Format(instant.InZone(terms.Calendar.Zone));
    }
    // docs: end

    // docs: sla-change
    /// <summary>From New Year on the desk is open longer; what was promised before stays as it was. The caller saves.</summary>
    public static async Task<ServiceCalendarVersion> OpenLongerAsync(ServiceCalendars calendars, Instant newYear)
    {
        var week = BusinessHours.In("Europe/Rome").OnWeekdays("08:00-19:00").Build();
        return (await calendars.ChangeWeekAsync("default", ServiceHours.Of(week), validFrom: newYear)).Value.Versions[^1];
    }
    // docs: end

    // docs: sla-report
    /// <summary>How the promises to the cases of a time were kept, as it stood at an instant.</summary>
    public static async Task<List<string>> ReportAsync(SlaReports reports, Instant from, Instant until, Instant asOf)
    {
        var report = (await reports.ComplianceAsync(new SlaComplianceCriteria(from, until) { AsOf = asOf })).Value;
        return [.. report.Rows.Select(r => $"{r.Policy}, {r.Priority}, {r.Target}, {r.Team}: {r.Met} met, {r.Missed} missed, {r.Running} running, {r.Paused} paused")];
    }
    // docs: end
}
