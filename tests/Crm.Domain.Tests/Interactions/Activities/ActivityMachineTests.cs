using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using NodaTime;
using static Crm.Domain.Interactions.ActivityStatus;

namespace Crm.Domain.Tests.Interactions;

[Trait("Check", "IN-09")]
public class ActivityMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly ActivityKindCatalog s_kinds = new();

    [Fact]
    public void RandomActsOnAMeeting_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Activity, ActivityStatus>(
        now => Planned(ActivityKinds.Meeting, now),
        a => a.Status,
        ActivityStatus.Planned,
        new("start", a => a.CanStart(), (a, now) => a.Start(now), s => s == ActivityStatus.Planned ? InProgress : null),
        new("hold", a => a.CanHold(), (a, now) => a.Finish(Duration.FromMinutes(20), "Agreed", null, "ada", now), s => s is ActivityStatus.Planned or InProgress or Missed ? Held : null),
        new("miss", a => a.CanMiss(a.PlannedAt), (a, _) => a.Miss("Ill", "ada", a.PlannedAt), s => s is ActivityStatus.Planned or InProgress ? Missed : null),
        new("cancel", a => a.CanCancel(), (a, now) => a.Cancel(null, "ada", now), s => s is ActivityStatus.Planned or InProgress ? Cancelled : null),
        new("reschedule", a => a.CanReschedule(), (a, now) => a.Reschedule(a.PlannedAt + Duration.FromHours(1), null, null, "ada", now), s => s is ActivityStatus.Planned or InProgress or Missed ? ActivityStatus.Planned : null),
        new("assign", a => a.CanChange(), (a, now) => a.Assign("bob", null, now), s => s is ActivityStatus.Planned or InProgress ? s : null),
        new("describe", a => a.CanChange(), (a, now) => a.Describe("Other", null, null, ActivityPriority.High, now), s => s is ActivityStatus.Planned or InProgress ? s : null));

    [Fact]
    public void RandomActsOnATask_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<Activity, ActivityStatus>(
        now => Planned(ActivityKinds.Task, now),
        a => a.Status,
        ActivityStatus.Planned,
        new("start", a => a.CanStart(), (a, now) => a.Start(now), s => s == ActivityStatus.Planned ? InProgress : null),
        new("complete", a => a.CanComplete(), (a, now) => a.Finish(null, "Sent", null, "ada", now), s => s is ActivityStatus.Planned or InProgress or Missed ? Done : null),
        new("miss", a => a.CanMiss(a.PlannedAt), (a, _) => a.Miss(null, "ada", a.PlannedAt), s => s is ActivityStatus.Planned or InProgress ? Missed : null),
        new("cancel", a => a.CanCancel(), (a, now) => a.Cancel("Not needed", "ada", now), s => s is ActivityStatus.Planned or InProgress ? Cancelled : null));

    [Fact]
    public void Overdue_IsAskedOfTheClockAndChangesNothing()
    {
        var meeting = Planned(ActivityKinds.Meeting, s_now);
        var (end, version) = (meeting.DueAt, meeting.Version);

        meeting.IsOverdueAt(end).Should().BeFalse();
        meeting.IsOverdueAt(end + Duration.FromMilliseconds(1)).Should().BeTrue();
        (meeting.Status, meeting.Version).Should().Be((ActivityStatus.Planned, version), "nobody said that it was missed");
        meeting.CanMiss(meeting.PlannedAt - Duration.FromMilliseconds(1)).Code.Should().Be("ActivityNotDue");

        meeting.CanComplete().Code.Should().Be("ActivityTransitionNotAllowed");
        meeting.Finish(null, null, null, "ada", end);
        meeting.IsOverdueAt(end + Duration.FromDays(100)).Should().BeFalse();
    }

    [Fact]
    public void Reschedule_KeepsItsHistoryMovesRemindersAndAsksAnew()
    {
        var meeting = Planned(ActivityKinds.Meeting, s_now, d => d with
        {
            RemindBefore = [Duration.FromMinutes(15), Duration.FromDays(1)],
            Participants = [new ContactParty(ParticipantRole.Organiser, "ada@shop.example"), new ContactParty(ParticipantRole.Required, "anna@example.com")],
        });
        var (start, end) = (meeting.PlannedAt, meeting.DueAt);
        meeting.Answer(2, Acceptance.Accepted, 0, s_now, s_now);
        meeting.RaiseReminders(start - Duration.FromDays(1));
        meeting.NextReminderAt.Should().Be(start - Duration.FromMinutes(15));

        meeting.Reschedule(start + Duration.FromDays(2), null, "Anna is ill", "ada", start - Duration.FromHours(3));

        var move = meeting.Moves.Single();
        (move.FromStart, move.FromEnd, move.ToStart, move.ToEnd, move.Reason, move.ActorId)
            .Should().Be((start, end, start + Duration.FromDays(2), end + Duration.FromDays(2), "Anna is ill", "ada"));
        (meeting.Sequence, meeting.Participants[1].Acceptance, meeting.NextReminderAt).Should().Be((1, Acceptance.None, start + Duration.FromDays(1)));
        meeting.CanAnswer(2, 0).Code.Should().Be("CalendarReplyOutdated");
        FluentActions.Invoking(() => meeting.Reschedule(meeting.PlannedAt, null, null, "ada", s_now)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Reminders_AreRaisedOnceAndTogetherWhenLate()
    {
        var call = Planned(ActivityKinds.Call, s_now, d => d with { RemindBefore = [Duration.Zero, Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromDays(30)] });
        call.Reminders.Count(r => r.RaisedAt is not null).Should().Be(1, "a moment before the planning is not remembered");

        call.CanRaiseReminders(s_now).Code.Should().Be("ActivityReminderNotDue");
        call.RaiseReminders(call.PlannedAt);

        call.NextReminderAt.Should().BeNull();
        call.CanRaiseReminders(call.PlannedAt + Duration.FromDays(1)).IsPermitted.Should().BeFalse();
        call.PendingEvents.Count(e => e.Event is ActivityReminderDue).Should().Be(1);
    }

    [Fact]
    public void NextOccurrence_OverTheClockChange_StaysAtItsHour()
    {
        var rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
        var start = new LocalDateTime(2026, 10, 22, 9, 0).InZoneStrictly(rome).ToInstant();
        var meeting = Planned(ActivityKinds.Meeting, s_now, d => d with { At = start, TimeZone = "Europe/Rome", Recurrence = new Recurrence(RecurrenceRule.Parse("FREQ=WEEKLY")) });

        var next = meeting.NextOccurrence()!;
        next.Start.InZone(rome).LocalDateTime.Should().Be(new LocalDateTime(2026, 10, 29, 9, 0));
        (next.Start - start).Should().Be(Duration.FromHours(7 * 24 + 1));

        meeting.Reschedule(start + Duration.FromDays(3), null, null, "ada", s_now);
        meeting.NextOccurrence().Should().Be(next, "the series goes on as planned, wherever one of it was moved");
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Action<Func<ActivityDetails, ActivityDetails>> refused = change =>
            FluentActions.Invoking(() => Planned(ActivityKinds.Meeting, s_now, change)).Should().Throw<ArgumentException>();
        refused(d => d with { Subject = " " });
        refused(d => d with { Subject = "a\r\nATTENDEE:mailto:b" });
        refused(d => d with { Until = d.At });
        refused(d => d with { TimeZone = "Rome" });
        refused(d => d with { Priority = (ActivityPriority)9 });
        refused(d => d with { Participants = [new ContactParty(ParticipantRole.Cc, "a@example.com")] });
        refused(d => d with { Participants = [new ContactParty(ParticipantRole.Required)] });
        refused(d => d with { Participants = [new ContactParty(ParticipantRole.Required, "a@example.com"), new ContactParty(ParticipantRole.Optional, "A@EXAMPLE.com")] });
        refused(d => d with { RemindBefore = [Duration.FromMinutes(-1)] });
        refused(d => d with { RemindBefore = [Duration.FromDays(400)] });
        refused(d => d with { Recurrence = new Recurrence(new RecurrenceRule(RecurrenceFrequency.Daily) { Positions = [1] }) });
    }

    private static Activity Planned(ActivityKind kind, Instant now, Func<ActivityDetails, ActivityDetails>? change = null)
    {
        s_kinds.TryGet(kind, out var definition).Should().BeTrue();
        var details = new ActivityDetails(kind, "Talk about the kettle", now + Duration.FromDays(3)) { TimeZone = "Europe/Rome", CustomerId = CustomerId.New(now) };
        return new Activity(ActivityId.New(now), change is null ? details : change(details), definition!, null, now);
    }
}
