using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Time;

[Trait("Check", "SC-06")]
public class BusinessCalendarTests
{
    private static readonly DateTimeZone s_rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
    private static readonly LocalDate s_monday = new(2026, 6, 1);

    [Fact]
    public void Build_WithoutWeeklyHours_IsRefused()
    {
        FluentActions.Invoking(() => BusinessHours.In(s_rome).Build()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => BusinessHours.In(s_rome).OnWeekdays().OnDate(s_monday, "09:00-17:00").Build()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => BusinessHours.In(s_rome).On(IsoDayOfWeek.None, "09:00-17:00")).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => BusinessHours.In("Europe/Atlantis")).Should().Throw<NodaTime.TimeZones.DateTimeZoneNotFoundException>();
    }

    [Fact]
    public void OpenPeriods_OfSeveralIntervals_AreClippedAndJoined()
    {
        var calendar = BusinessHours.In(s_rome).OnWeekdays("09:00-12:00", "11:00-13:00", "13:00-14:00", "16:00-24:00").Build();

        Periods(calendar, At(s_monday, 10, 0), At(s_monday.PlusDays(1), 9, 30)).Should().Equal(
            (At(s_monday, 10, 0), At(s_monday, 14, 0)),
            (At(s_monday, 16, 0), At(s_monday.PlusDays(1), 0, 0)),
            (At(s_monday.PlusDays(1), 9, 0), At(s_monday.PlusDays(1), 9, 30)));
    }

    [Fact]
    public void OpenPeriods_OfNightShift_ReachIntoTheNextDayOnce()
    {
        var calendar = BusinessHours.In(s_rome).On(IsoDayOfWeek.Monday, "22:00-06:00").On(IsoDayOfWeek.Tuesday, "05:00-08:00").Build();

        Periods(calendar, At(s_monday, 0, 0), At(s_monday.PlusDays(7), 0, 0)).Should().Equal((At(s_monday, 22, 0), At(s_monday.PlusDays(1), 8, 0)));
    }

    [Fact]
    public void OpenPeriods_AroundTheClock_AreOne() =>
        Periods(BusinessCalendar.AlwaysOpen(s_rome), At(s_monday, 1, 0), At(s_monday.PlusDays(400), 2, 0)).Should()
            .Equal((At(s_monday, 1, 0), At(s_monday.PlusDays(400), 2, 0)));

    [Fact]
    public void OpenPeriods_OnDatesThatDiffer_FollowThem()
    {
        var calendar = BusinessHours.In(s_rome).OnWeekdays("09:00-17:00")
            .Closed(s_monday)
            .OnDate(s_monday.PlusDays(5), "10:00-12:00")
            .Break(s_monday.PlusDays(1), "08:00-10:00", "12:00-13:00")
            .Break(s_monday.PlusDays(2), "08:00-18:00")
            .OnDate(s_monday.PlusDays(3), "11:00-12:00")
            .Closed(s_monday.PlusDays(4))
            .Build();

        Periods(calendar, At(s_monday, 0, 0), At(s_monday.PlusDays(7), 0, 0)).Should().Equal(
            (At(s_monday.PlusDays(1), 10, 0), At(s_monday.PlusDays(1), 12, 0)),
            (At(s_monday.PlusDays(1), 13, 0), At(s_monday.PlusDays(1), 17, 0)),
            (At(s_monday.PlusDays(3), 11, 0), At(s_monday.PlusDays(3), 12, 0)),
            (At(s_monday.PlusDays(5), 10, 0), At(s_monday.PlusDays(5), 12, 0)));
    }

    [Fact]
    public void Closed_OnTheDayANightShiftBegins_CancelsThatShiftAndKeepsTheOneBefore()
    {
        var calendar = BusinessHours.In(s_rome).Daily("22:00-06:00").Closed(s_monday).Build();

        Periods(calendar, At(s_monday, 0, 0), At(s_monday.PlusDays(2), 0, 0)).Should().Equal(
            (At(s_monday, 0, 0), At(s_monday, 6, 0)), (At(s_monday.PlusDays(1), 22, 0), At(s_monday.PlusDays(2), 0, 0)));
    }

    [Fact]
    public void Break_OverMidnight_CutsTheShiftOfEitherDay()
    {
        var calendar = BusinessHours.In(s_rome).Daily("22:00-06:00").Break(s_monday, "23:00-01:00").Break(s_monday.PlusDays(1), "05:00-07:00").Build();

        Periods(calendar, At(s_monday, 12, 0), At(s_monday.PlusDays(1), 12, 0)).Should().Equal(
            (At(s_monday, 22, 0), At(s_monday, 23, 0)), (At(s_monday.PlusDays(1), 1, 0), At(s_monday.PlusDays(1), 5, 0)));
    }

    [Fact]
    public void IsOpen_AtTheEdges_IncludesOpeningAndNotClosing()
    {
        var calendar = BusinessHours.In(s_rome).OnWeekdays("09:00-17:00").Build();

        calendar.IsOpen(At(s_monday, 9, 0)).Should().BeTrue();
        calendar.IsOpen(At(s_monday, 16, 59)).Should().BeTrue();
        calendar.IsOpen(At(s_monday, 17, 0)).Should().BeFalse();
        calendar.IsOpen(At(s_monday, 8, 59)).Should().BeFalse();
        calendar.NextOpen(At(s_monday, 12, 0)).Should().Be(At(s_monday, 12, 0));
        calendar.NextOpen(At(s_monday, 17, 0)).Should().Be(At(s_monday.PlusDays(1), 9, 0));
    }

    [Fact]
    public void AddAndSubtract_AtTheEdges_TakeTheClosingAndTheOpening()
    {
        var calendar = BusinessHours.In(s_rome).OnWeekdays("09:00-17:00").Build();
        var sunday = At(s_monday.PlusDays(-1), 12, 0);

        calendar.Add(At(s_monday, 9, 0), Duration.FromHours(8)).Should().Be(At(s_monday, 17, 0));
        calendar.Subtract(At(s_monday, 17, 0), Duration.FromHours(8)).Should().Be(At(s_monday, 9, 0));
        calendar.Add(sunday, Duration.Zero).Should().Be(sunday);
        calendar.Subtract(sunday, Duration.Zero).Should().Be(sunday);
        calendar.Add(At(s_monday, 10, 0), Duration.FromHours(-2)).Should().Be(At(s_monday.PlusDays(-3), 16, 0));
        calendar.Subtract(At(s_monday.PlusDays(-3), 16, 0), Duration.FromHours(-2)).Should().Be(At(s_monday, 10, 0));
    }

    [Fact]
    public void Elapsed_BackInTime_IsZero() =>
        BusinessCalendar.AlwaysOpen(s_rome).Elapsed(At(s_monday, 9, 0), At(s_monday, 8, 0)).Should().Be(Duration.Zero);

    [Fact]
    public void Arithmetic_AtTheEndsOfTime_IsRefusedOrCut()
    {
        var calendar = BusinessCalendar.AlwaysOpen(s_rome);
        var now = At(s_monday, 9, 0);

        FluentActions.Invoking(() => calendar.Add(now, Duration.FromDays(4_000_000))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => calendar.Subtract(now, Duration.FromDays(4_000_000))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => calendar.Add(Instant.MaxValue, Duration.FromDays(1))).Should().Throw<ArgumentOutOfRangeException>();
        calendar.Elapsed(Instant.MinValue, Instant.MaxValue).Days.Should().BeInRange(365 * 9_998, 366 * 9_998);
        FluentActions.Invoking(() => calendar.OpenPeriods(new Interval(now, null))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Equality_IsByContent()
    {
        var first = BusinessHours.In("Europe/Rome").OnWeekdays("13:00-17:00", "09:00-12:00").Closed(s_monday).Break(s_monday, "10:00-11:00").Build();
        var second = BusinessHours.In(s_rome).Closed(s_monday).Break(s_monday, "10:00-11:00").OnWeekdays("09:00-12:00", "13:00-17:00").Build();

        first.Should().Be(second);
        first.GetHashCode().Should().Be(second.GetHashCode());
        first.Should().NotBe(BusinessHours.In(s_rome).OnWeekdays("09:00-12:00", "13:00-17:00").Build());
    }

    private static Instant At(LocalDate date, int hour, int minute) => s_rome.AtStrictly(date.At(new LocalTime(hour, minute))).ToInstant();

    private static IEnumerable<(Instant, Instant)> Periods(BusinessCalendar calendar, Instant from, Instant to) =>
        calendar.OpenPeriods(new(from, to)).Select(period => (period.Start, period.End));
}
