using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>When levels of escalation come. Mon-Fri 09:00-12:00 and 13:00-17:30 in Rome; own arithmetic.</summary>
[Trait("Check", "SC-12")]
public sealed class EscalationMomentTests
{
    private static readonly BusinessCalendar s_calendar = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();
    private static readonly Instant s_monday = Local(2026, 5, 11, 9, 0);

    [Fact]
    public void Share_OfTheTime_IsThatMuchBusinessTime()
    {
        // Three quarters of eight hours are six: three in the morning, three from one o'clock on.
        EscalationMoment.AtShare(0.75m).For(s_calendar, SlaDuration.OfMinutes(480), s_monday).Should().Be(Local(2026, 5, 11, 16, 0));
        EscalationMoment.AtShare(0.75m).For(s_calendar, SlaDuration.OfMinutes(480), s_monday, [new(Local(2026, 5, 11, 10, 0), Local(2026, 5, 11, 11, 0))])
            .Should().Be(Local(2026, 5, 11, 17, 0));
        EscalationMoment.AtShare(0.5m).For(s_calendar, SlaDuration.OfDays(2), s_monday).Should().Be(Local(2026, 5, 11, 17, 30), "two business days have fifteen hours");
    }

    [Fact]
    public void Offset_FromTheDueInstant_IsBusinessTime()
    {
        var target = SlaDuration.OfMinutes(60);
        EscalationMoment.Breach.For(s_calendar, target, s_monday).Should().Be(Local(2026, 5, 11, 10, 0));
        EscalationMoment.FromDue(Duration.FromHours(3)).For(s_calendar, target, s_monday).Should().Be(Local(2026, 5, 11, 14, 0));
        EscalationMoment.FromDue(-Duration.FromMinutes(30)).For(s_calendar, target, s_monday).Should().Be(Local(2026, 5, 11, 9, 30));
        EscalationMoment.FromDue(-Duration.FromHours(5)).For(s_calendar, target, s_monday).Should().Be(s_monday, "no warning comes before the clock began");
    }

    [Fact]
    public void Moment_OutOfBounds_IsRefused()
    {
        FluentActions.Invoking(() => EscalationMoment.AtShare(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => EscalationMoment.AtShare(1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => EscalationMoment.AtShare(0.12345m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => EscalationMoment.FromDue(Duration.FromDays(5_000))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Instant Local(int year, int month, int day, int hour, int minute) => new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant();
}
