using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Time;

/// <summary>Clock changes of several zones: RFC 5545, section 3.3.5, says how skipped and repeated local times are meant.</summary>
[Trait("Check", "SC-07")]
public class BusinessCalendarDaylightSavingTests
{
    [Theory]
    [InlineData("Europe/Rome", "2026-03-29", "00:00-06:00", 5)]
    [InlineData("Europe/Rome", "2026-10-25", "00:00-06:00", 7)]
    [InlineData("Europe/Rome", "2026-03-29", "00:00-02:30", 2.5)]
    [InlineData("Europe/Rome", "2026-03-29", "02:30-06:00", 2.5)]
    [InlineData("Europe/Rome", "2026-10-25", "00:00-02:30", 2.5)]
    [InlineData("Europe/Rome", "2026-10-25", "02:30-06:00", 4.5)]
    [InlineData("Europe/Rome", "2026-03-29", "02:10-02:50", 0.6666666666666666)]
    [InlineData("America/Los_Angeles", "2006-04-02", "02:30-03:15", 0)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "00:00-24:00", 23)]
    [InlineData("America/Havana", "2020-11-01", "00:00-24:00", 25)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "00:00-24:00", 23.5)]
    [InlineData("Asia/Kathmandu", "2026-10-04", "00:00-24:00", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", "00:00-24:00", 0)]
    public void Elapsed_OverOneLocalDay_IsRealTime(string zoneId, string day, string hours, double expected)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var calendar = BusinessHours.In(zone).Daily(hours).Build();

        calendar.Elapsed(zone.AtLeniently(date.AtMidnight()).ToInstant(), zone.AtLeniently(date.PlusDays(1).AtMidnight()).ToInstant()).TotalHours
            .Should().BeApproximately(expected, 1e-9);
    }

    [Fact]
    public void Elapsed_OfTouchingIntervalsOverAGap_CountsEverySecondOnce()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Rome"];
        var calendar = BusinessHours.In(zone).Daily("00:00-02:30", "02:30-03:00", "03:00-06:00").Build();

        calendar.Elapsed(Instant.FromUtc(2026, 3, 28, 12, 0), Instant.FromUtc(2026, 3, 29, 12, 0)).Should().Be(Duration.FromHours(5));
    }
}
