using Crm.Domain.Service;
using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

using Interval = NodaTime.Interval;

namespace Crm.Domain.Tests.Service.Sla;

/// <summary>How a deadline moves with its start, its target and its holds, over both changes of the clock.</summary>
[Trait("Check", "SC-03")]
[Trait("Check", "SC-08")]
public sealed class SlaDuePropertyTests
{
    private static readonly Instant s_from = Instant.FromUtc(2026, 3, 20, 0, 0);

    // As they come back from the definition that is stored.
    private static readonly BusinessCalendar[] s_calendars =
    [
        Stored(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Closed(new LocalDate(2026, 4, 6)).Build()),
        Stored(BusinessHours.In("America/New_York").Daily("22:00-06:00").Build()),
        Stored(BusinessHours.In("Australia/Lord_Howe").On(IsoDayOfWeek.Saturday, "00:00-24:00").On(IsoDayOfWeek.Sunday, "00:00-24:00").Build()),
    ];

    private static readonly Arbitrary<(int Calendar, int Start, int Target, int Hold, int Length, int More)> s_cases = (
        from calendar in Gen.Choose(0, 2)
        from start in Gen.Choose(0, 400_000)
        from target in Gen.Choose(1, 6_000)
        from hold in Gen.Choose(0, 20_000)
        from length in Gen.Choose(1, 10_000)
        from more in Gen.Choose(0, 5_000)
        select (calendar, start, target, hold, length, more)).ToArbitrary();

    [Fact]
    public void Due_WithoutHolds_LeavesExactlyTheTarget() => Run((calendar, start, target, _, _) => calendar.Elapsed(start, target.DueFrom(calendar, start)) == target.Time);

    [Fact]
    public void Due_OfALaterStartALongerTargetOrALongerHold_IsNeverEarlier() => Run((calendar, start, target, hold, more) =>
        target.DueFrom(calendar, start + more) >= target.DueFrom(calendar, start)
        && SlaDuration.Of(target.Time + more).DueFrom(calendar, start, [hold]) >= target.DueFrom(calendar, start, [hold])
        && target.DueFrom(calendar, start, [new Interval(hold.Start, hold.End + more)]) >= target.DueFrom(calendar, start, [hold]));

    [Fact]
    public void Hold_OutsideBusinessTime_ChangesNothing() => Run((calendar, start, target, hold, _) =>
        calendar.Elapsed(hold.Start, hold.End) != Duration.Zero || target.DueFrom(calendar, start, [hold]) == target.DueFrom(calendar, start));

    [Fact]
    public void Hold_SplitInTwo_ChangesNothing() => Run((calendar, start, target, hold, more) =>
    {
        var middle = Instant.Min(hold.Start + more, hold.End);
        return target.DueFrom(calendar, start, [new Interval(hold.Start, middle), new Interval(middle, hold.End)]) == target.DueFrom(calendar, start, [hold]);
    });

    private static BusinessCalendar Stored(BusinessCalendar calendar) => ServiceHours.Parse(ServiceHours.Of(calendar).ToJson()).Value.ToCalendar().Value;

    private static void Run(Func<BusinessCalendar, Instant, SlaDuration, Interval, Duration, bool> holds) => Prop.ForAll(s_cases, c =>
    {
        var start = s_from + Duration.FromMinutes(c.Start);
        var hold = start + Duration.FromMinutes(c.Hold);
        return holds(s_calendars[c.Calendar], start, SlaDuration.OfMinutes(c.Target), new Interval(hold, hold + Duration.FromMinutes(c.Length)), Duration.FromMinutes(c.More));
    }).QuickCheckThrowOnFailure();
}
