using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Time;

/// <summary>The golden cases of the SLA clock: Europe/Rome, Monday to Friday 09:00–12:00 and 13:00–17:30 unless said otherwise.</summary>
[Trait("Check", "SC-07")]
public class BusinessCalendarGoldenTests
{
    private static readonly DateTimeZone s_rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
    private static readonly BusinessCalendar s_office = Office().Build();
    private static readonly BusinessCalendar s_always = BusinessCalendar.AlwaysOpen(s_rome);

    [Fact]
    public void Add_FourHoursFromFridayAfternoon_IsMondayAfterLunch() =>
        Rome(s_office.Add(At(2026, 5, 8, 16, 45), Duration.FromHours(4))).Should().Be(new LocalDateTime(2026, 5, 11, 13, 15));

    [Fact]
    public void Add_WithHoldOverLunch_MovesByBusinessHoursOnly()
    {
        var hold = s_office.Elapsed(At(2026, 5, 11, 10, 0), At(2026, 5, 11, 14, 0));

        hold.Should().Be(Duration.FromHours(3));
        Rome(s_office.Add(At(2026, 5, 8, 16, 45), Duration.FromHours(4) + hold)).Should().Be(new LocalDateTime(2026, 5, 11, 16, 15));
    }

    [Fact]
    public void Add_ReachedAtClosingTime_IsClosingTimeWhateverTheHoldOverNight()
    {
        var hold = s_office.Elapsed(At(2026, 5, 11, 17, 30), At(2026, 5, 12, 9, 0));

        hold.Should().Be(Duration.Zero);
        Rome(s_office.Add(At(2026, 5, 11, 9, 0), Duration.FromMinutes(450) + hold)).Should().Be(new LocalDateTime(2026, 5, 11, 17, 30));
    }

    [Fact]
    public void Add_AroundTheClockOverTheSpringChange_LosesAnHourOfWallTime() =>
        s_always.Add(At(2026, 3, 28, 20, 0), Duration.FromHours(8)).InZone(s_rome).ToOffsetDateTime()
            .Should().Be(new LocalDateTime(2026, 3, 29, 5, 0).WithOffset(Offset.FromHours(2)));

    [Fact]
    public void Add_AroundTheClockOverTheAutumnChange_GainsAnHourOfWallTime() =>
        s_always.Add(At(2026, 10, 24, 20, 0), Duration.FromHours(8)).InZone(s_rome).ToOffsetDateTime()
            .Should().Be(new LocalDateTime(2026, 10, 25, 3, 0).WithOffset(Offset.FromHours(1)));

    [Fact]
    [Trait("Check", "SC-06")]
    public void Elapsed_OfNightShiftsOverBothChanges_IsSevenAndNineHours()
    {
        var nights = BusinessHours.In(s_rome).Daily("22:00-06:00").Build();

        nights.Elapsed(At(2026, 3, 28, 12, 0), At(2026, 3, 29, 12, 0)).Should().Be(Duration.FromHours(7));
        nights.Elapsed(At(2026, 10, 24, 12, 0), At(2026, 10, 25, 12, 0)).Should().Be(Duration.FromHours(9));
        nights.Elapsed(At(2026, 6, 10, 12, 0), At(2026, 6, 11, 12, 0)).Should().Be(Duration.FromHours(8));
    }

    [Fact]
    [Trait("Check", "SC-06")]
    public void Add_OverAHoliday_SkipsIt() =>
        Rome(Office().Closed(new LocalDate(2026, 6, 2)).Build().Add(At(2026, 6, 1, 16, 30), Duration.FromHours(2)))
            .Should().Be(new LocalDateTime(2026, 6, 3, 10, 0));

    private static BusinessHours Office() => BusinessHours.In(s_rome).OnWeekdays("09:00-12:00", "13:00-17:30");

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        s_rome.AtStrictly(new LocalDateTime(year, month, day, hour, minute)).ToInstant();

    private static LocalDateTime Rome(Instant instant) => instant.InZone(s_rome).LocalDateTime;
}
