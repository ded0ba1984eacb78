using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla;

/// <summary>What holds for every calendar, target and story of a case.</summary>
[Trait("Check", "SC-03")]
[Trait("Check", "SC-08")]
public sealed class SlaClockPropertyTests
{
    private static readonly Instant s_start = Instant.FromUtc(2026, 3, 20, 0, 0);

    private static readonly BusinessCalendar[] s_calendars =
    [
        BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Closed(new LocalDate(2026, 4, 6)).Build(),
        BusinessHours.In("America/New_York").Daily("22:00-06:00").Build(),
        BusinessCalendar.AlwaysOpen(DateTimeZone.Utc),
    ];

    /// <summary>A story: the calendar, the target in minutes, and steps of minutes with what happened then.</summary>
    private static readonly Arbitrary<(int Calendar, int Minutes, (int After, int What)[] Steps)> s_stories = (
        from calendar in Gen.Choose(0, 2)
        from minutes in Gen.Choose(1, 3_000)
        from steps in Gen.ArrayOf(from after in Gen.Choose(0, 1_500) from what in Gen.Choose(0, 5) select (after, what))
        select (calendar, minutes, steps)).ToArbitrary();

    [Fact]
    public void Claims_OfEveryStory_AgreeWithCountingMinuteByMinute() => Run((calendar, minutes, events, asOf) =>
    {
        var claim = SlaClock.Read(events, asOf).Latest(SlaTarget.Resolution)!;
        var (used, category, due) = (0, CaseCategory.Open, (Instant?)null);
        var end = claim.EndedAt ?? asOf;
        var queue = new Queue<SlaEvent>(events.Where(e => e.Kind == SlaEventKind.StatusChanged));
        for (var at = events[0].At; at < end; at += Duration.FromMinutes(1))
        {
            while (queue.TryPeek(out var next) && next.At <= at)
            {
                category = queue.Dequeue().Category;
            }

            used += category == CaseCategory.Open && calendar.IsOpen(at) ? 1 : 0;
            due ??= used == minutes ? at + Duration.FromMinutes(1) : null;
        }

        return claim.Used == Duration.FromMinutes(used) && claim.Left == Duration.FromMinutes(minutes - used)
            && (claim.Status == SlaTargetStatus.Missed) == (due < end) && (due is null || claim.Due is null || claim.Due == due);
    });

    [Fact]
    public void Due_ReachedByTheClock_HasUsedExactlyTheTarget() => Run((calendar, minutes, events, asOf) =>
    {
        var claim = SlaClock.Read(events, asOf).Latest(SlaTarget.Resolution)!;
        return claim is not { IsOpen: true, Due: { } due, Status: SlaTargetStatus.Running } || calendar.Elapsed(asOf, due) == claim.Left;
    });

    [Fact]
    public void Pause_SplitInTwo_ChangesNothing() => Run((_, _, events, asOf) =>
    {
        var split = events.SelectMany(e => e is { Kind: SlaEventKind.StatusChanged, Category: CaseCategory.Paused }
            ? new[] { e, SlaEvent.StatusChanged(e.At, CaseCategory.Open), SlaEvent.StatusChanged(e.At, CaseCategory.Paused) }
            : [e]).ToArray();
        return SlaClock.Read(split, asOf).Claims.SequenceEqual(SlaClock.Read(events, asOf).Claims);
    });

    [Fact]
    [Trait("Check", "SC-10")]
    public void Replay_AtAnyInstant_IsWhatWasReadThen() => Run((_, _, events, asOf) =>
        events.All(e => SlaClock.Read(events, e.At).Claims.SequenceEqual(SlaClock.Read(events.TakeWhile(x => x.At <= e.At), e.At).Claims))
        && SlaClock.Read(events, asOf).Claims.Where(c => !c.IsOpen && c.Target == SlaTarget.NextResponse)
            .All(c => SlaClock.Read(events, c.EndedAt!.Value).Claims.Contains(c)));

    [Fact]
    public void Due_WithOneMoreHoliday_IsNeverEarlier() => Run((calendar, minutes, events, asOf) =>
    {
        var closed = new BusinessCalendar(calendar.Zone, calendar.Weekly, calendar.Dates.Append(KeyValuePair.Create<LocalDate, IReadOnlyList<BusinessInterval>>(new(2026, 3, 24), [])));
        var target = SlaDuration.OfMinutes(minutes);
        return target.DueFrom(closed, events[0].At) >= target.DueFrom(calendar, events[0].At);
    });

    private static void Run(Func<BusinessCalendar, int, SlaEvent[], Instant, bool> holds) => Prop.ForAll(s_stories, story =>
    {
        var calendar = s_calendars[story.Calendar];
        var terms = new SlaTerms(calendar) { FirstResponse = SlaDuration.OfMinutes(30), NextResponse = SlaDuration.OfMinutes(45), Resolution = SlaDuration.OfMinutes(story.Minutes) };
        var events = new List<SlaEvent> { SlaEvent.Opened(s_start, terms) };
        var at = s_start;
        foreach (var (after, what) in story.Steps.Take(8))
        {
            at += Duration.FromMinutes(after);
            events.Add(what switch
            {
                0 => SlaEvent.CustomerMessage(at),
                1 => SlaEvent.Reply(at),
                2 or 3 => SlaEvent.StatusChanged(at, CaseCategory.Paused),
                4 => SlaEvent.StatusChanged(at, CaseCategory.Open),
                _ => SlaEvent.StatusChanged(at, CaseCategory.Resolved),
            });
        }

        return holds(calendar, story.Minutes, [.. events], at + Duration.FromMinutes(100));
    }).QuickCheckThrowOnFailure();
}
