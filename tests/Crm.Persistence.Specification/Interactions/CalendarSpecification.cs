using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>Invitations out and answers in, over a database.</summary>
[Trait("Check", "IN-09")]
public abstract class CalendarSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly EmailAddress s_anna = EmailAddress.Parse("anna@example.com");

    [SkippableFact]
    public async Task Invitation_HoldsWhatCalendarsNeed()
    {
        var (host, id) = await PlannedAsync();
        await using var work = host.Work();

        var lines = Lines((await work.Get<ActivityCalendar>().WriteAsync(id, CalendarMethod.Request)).Value);

        lines.Should().ContainInOrder(
            "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VTIMEZONE", "TZID:Europe/Rome", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:VTIMEZONE",
            "BEGIN:VEVENT", $"UID:{id}", "DTSTAMP:20260601T080000Z", "DTSTART;TZID=Europe/Rome:20260603T100000", "DTEND;TZID=Europe/Rome:20260603T110000", "SEQUENCE:0", "STATUS:CONFIRMED",
            "SUMMARY:Kettles\\, cups\\; and more", "LOCATION:Via Roma 1\\, Milano", "ORGANIZER;CN=\"Agent, Ada\":mailto:ada@shop.example",
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Anna Rossi:mailto:anna@example.com", "BEGIN:VALARM", "TRIGGER:-PT15M", "END:VALARM", "END:VEVENT", "END:VCALENDAR");
        (await work.Get<ActivityCalendar>().PublishAsync(ActivityCriteria.All)).Value.Should().NotContain("ATTENDEE");
    }

    [SkippableFact]
    public async Task Answer_ByMail_CountsForTheLatestInvitationAndItsGuestAlone()
    {
        var (host, id) = await PlannedAsync();
        await using var work = host.Work();
        var calendar = work.Get<ActivityCalendar>();

        (await calendar.ReplyAsync(Reply(id, "anna@example.com", "ACCEPTED", 0), s_anna)).Value.Participants[1].Acceptance.Should().Be(Acceptance.Accepted);
        await work.SaveAsync();
        await RefusedAsync("CalendarAttendeeUnknown", Reply(id, "eve@example.com", "ACCEPTED", 0), "eve@example.com");
        await RefusedAsync("CalendarAttendeeUnknown", Reply(id, "anna@example.com", "DECLINED", 0), "eve@example.com");
        await RefusedAsync("CalendarAttendeeUnknown", Reply(id, "ada@shop.example", "DECLINED", 0), "ada@shop.example");
        await RefusedAsync("CalendarReplyOutdated", Reply(id, "anna@example.com", "DECLINED", 0, "20260601T070000Z"), "anna@example.com");
        await RefusedAsync("CalendarReplyOutdated", Reply(id, "anna@example.com", "DECLINED", 1), "anna@example.com");
        await RefusedAsync("ActivityNotFound", Reply(ActivityId.New(host.Clock.Now), "anna@example.com", "ACCEPTED", 0), "anna@example.com");
        await RefusedAsync("CalendarMethodNotAccepted", Reply(id, "anna@example.com", "ACCEPTED", 0).Replace("REPLY", "COUNTER", StringComparison.Ordinal), "anna@example.com");
        await RefusedAsync("CalendarMethodNotAccepted", Reply(id, "anna@example.com", "ACCEPTED", 0).Replace("REPLY", "DECLINECOUNTER", StringComparison.Ordinal), "anna@example.com");
        await RefusedAsync("CalendarUnreadable", Reply(id, "anna@example.com", "PERHAPS", 0), "anna@example.com");
        await RefusedAsync("CalendarUnreadable", "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n", "anna@example.com");
        await RefusedAsync("CalendarUnreadable", "hello", "anna@example.com");

        (await work.Get<ActivityPlanner>().RescheduleAsync(id, host.Clock.Now + Duration.FromDays(9))).Value.Participants[1].Acceptance.Should().Be(Acceptance.None);
        await work.SaveAsync();
        await RefusedAsync("CalendarReplyOutdated", Reply(id, "anna@example.com", "ACCEPTED", 0), "anna@example.com");
        (await calendar.ReplyAsync(Reply(id, "Anna@Example.com", "TENTATIVE", 1), s_anna)).Value.Participants[1].Acceptance.Should().Be(Acceptance.Tentative);

        async Task RefusedAsync(string code, string reply, string from) =>
            (await calendar.ReplyAsync(reply, EmailAddress.Parse(from))).Errors.Should().ContainSingle(e => e.Code == code, reply);
    }

    [SkippableFact]
    public async Task CalledOff_IsSentAsACancellationWithAHigherSequence()
    {
        var (host, id) = await PlannedAsync();
        await using var work = host.Work();
        var calendar = work.Get<ActivityCalendar>();
        (await calendar.WriteAsync(id, CalendarMethod.Cancel)).Errors.Single().Code.Should().Be("ActivityNotCancelled");
        (await work.Get<ActivityPlanner>().CancelAsync(id, "Ill")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        Lines((await calendar.WriteAsync(id, CalendarMethod.Cancel)).Value).Should().ContainInOrder("METHOD:CANCEL", $"UID:{id}", "SEQUENCE:1", "STATUS:CANCELLED").And.NotContain("BEGIN:VALARM");
        (await calendar.WriteAsync(id, CalendarMethod.Request)).Errors.Single().Code.Should().Be("ActivityNotOpen");
    }

    [SkippableFact]
    public async Task Series_IsWrittenWithItsRuleAndItsMovedOnesByRecurrenceId()
    {
        var (host, id) = await PlannedAsync(d => d with
        {
            Recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=WEEKLY;UNTIL=20260715")) { Except = [new LocalDateTime(2026, 6, 17, 10, 0)] },
        });
        await using var work = host.Work();
        var calendar = work.Get<ActivityCalendar>();

        Lines((await calendar.WriteAsync(id)).Value).Should().ContainInOrder(
            "DTSTART;TZID=Europe/Rome:20260603T100000", "RRULE:FREQ=WEEKLY;UNTIL=20260715T215959Z", "EXDATE;TZID=Europe/Rome:20260617T100000");
        host.Clock.Advance(Duration.FromDays(3));
        var held = (await work.Get<ActivityPlanner>().HoldAsync(id)).Value;
        held.Contact!.Participants.Select(p => (p.Role, p.Address)).Should().Equal((ParticipantRole.Organiser, "ada@shop.example"), (ParticipantRole.Required, "anna@example.com"));
        var next = held.Next!;
        await work.SaveAsync();
        (await work.Get<ActivityPlanner>().RescheduleAsync(next.Id, next.PlannedAt + Duration.FromHours(2))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        Lines((await calendar.WriteAsync(next.Id, CalendarMethod.Request)).Value).Should().ContainInOrder(
            $"UID:{id}", "DTSTART;TZID=Europe/Rome:20260610T120000", "RECURRENCE-ID;TZID=Europe/Rome:20260610T100000", "SEQUENCE:1").And.NotContain(l => l.StartsWith("RRULE", StringComparison.Ordinal));

        var answer = Reply(id, "anna@example.com", "ACCEPTED", 1).Replace("SEQUENCE", "RECURRENCE-ID;TZID=Europe/Rome:20260610T100000\r\nSEQUENCE", StringComparison.Ordinal);
        (await calendar.ReplyAsync(answer, s_anna)).Value.Id.Should().Be(next.Id);
        (await work.Get<ActivityPlanner>().CancelAsync(next.Id)).Value.Next!.PlannedAt.Should().Be(Instant.FromUtc(2026, 6, 24, 8, 0), "one is left out");
    }

    [SkippableFact]
    public async Task Task_IsATodo()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var task = (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, "Call back", host.Clock.Now) { Priority = ActivityPriority.High })).Value.Id;
        (await work.Get<ActivityPlanner>().CompleteAsync(task)).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        Lines((await work.Get<ActivityCalendar>().WriteAsync(task)).Value).Should().ContainInOrder("BEGIN:VTODO", "DUE:20260601T080000Z", "STATUS:COMPLETED", "PRIORITY:1", "COMPLETED:20260601T080000Z", "END:VTODO")
            .And.NotContain("BEGIN:VTIMEZONE");
        var weekly = (await work.Get<ActivityPlanner>().PlanAsync(new ActivityDetails(ActivityKinds.Task, "Report", host.Clock.Now)
        {
            RemindBefore = [], Recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=WEEKLY")),
        })).Value.Id;
        await work.SaveAsync();
        Lines((await work.Get<ActivityCalendar>().WriteAsync(weekly)).Value).Should().ContainInOrder("BEGIN:VTODO", "DTSTART:20260601T080000Z", "RRULE:FREQ=WEEKLY").And.NotContain(l => l.StartsWith("DUE", StringComparison.Ordinal));
        (await work.Get<ActivityCalendar>().WriteAsync(task, CalendarMethod.Request)).Errors.Single().Code.Should().Be("CalendarOrganiserMissing");
    }

    private async Task<(CrmTestHost<SpecificationContext> Host, ActivityId Id)> PlannedAsync(Func<ActivityDetails, ActivityDetails>? change = null)
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        var details = new ActivityDetails(ActivityKinds.Meeting, "Kettles, cups; and more", Instant.FromUtc(2026, 6, 3, 8, 0))
        {
            CustomerId = anna, TimeZone = "Europe/Rome", Place = "Via Roma 1, Milano", RemindBefore = [Duration.FromMinutes(15)],
            Participants =
            [
                new ContactParty(ParticipantRole.Organiser, "ada@shop.example", "Agent, Ada") { AgentId = "ada" },
                new ContactParty(ParticipantRole.Required, "anna@example.com", "Anna Rossi") { CustomerId = anna },
            ],
        };
        var id = (await work.Get<ActivityPlanner>().PlanAsync(change is null ? details : change(details))).Value.Id;
        await work.SaveAsync();
        return (host, id);
    }

    private static string[] Lines(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Reply(ActivityId id, string attendee, string answer, int sequence, string stamp = "20260601T080000Z") => string.Join("\r\n",
    [
        "BEGIN:VCALENDAR", "PRODID:-//Other//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", $"UID:{id}", $"DTSTAMP:{stamp}", $"SEQUENCE:{sequence}",
        $"ATTENDEE;CN=\"Rossi; Anna\";PARTST", $" AT={answer}:mailto:{attendee}", "END:VEVENT", "END:VCALENDAR", "",
    ]);
}
