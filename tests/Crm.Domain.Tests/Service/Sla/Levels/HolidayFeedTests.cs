using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Feeds of holidays as public calendars write them. The rules of RFC 5545 are the recurrence's own; here is what a desk makes of them.</summary>
[Trait("Check", "SC-06")]
public sealed class HolidayFeedTests
{
    private static readonly DateTimeZone s_rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
    private static readonly LocalDate s_from = new(2025, 6, 1);
    private static readonly LocalDate s_until = new(2029, 6, 1);

    [Fact]
    public void Days_OfOneAndOfSeveral_AreHolidays()
    {
        var days = Read(
            "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227\nSUMMARY:Christmas\\, both days",
            "DTSTART;VALUE=DATE:20260602\nSUMMARY:Republic Day",
            "DTSTART;VALUE=DATE:20260815\nDURATION:P1D\nSUMMARY:Ferragosto");
        days.Select(d => (d.Date, d.Kind, d.Name)).Should().Equal(
            (new LocalDate(2026, 6, 2), ServiceDayKind.Holiday, "Republic Day"),
            (new LocalDate(2026, 8, 15), ServiceDayKind.Holiday, "Ferragosto"),
            (new LocalDate(2026, 12, 25), ServiceDayKind.Holiday, "Christmas, both days"),
            (new LocalDate(2026, 12, 26), ServiceDayKind.Holiday, "Christmas, both days"));
        days.Should().OnlyContain(d => d.Feed == "italy");
    }

    [Fact]
    public void Rule_EveryYear_IsFollowedInTheWindow() => Read("DTSTART;VALUE=DATE:19480602\nRRULE:FREQ=YEARLY\nSUMMARY:Republic Day")
        .Select(d => d.Date).Should().Equal(new(2025, 6, 2), new(2026, 6, 2), new(2027, 6, 2), new(2028, 6, 2));

    [Fact]
    public void Rule_FourthThursdayOfNovember_IsFollowed() => Read("DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:Thanksgiving")
        .Select(d => d.Date).Should().Equal(new(2025, 11, 27), new(2026, 11, 26), new(2027, 11, 25), new(2028, 11, 23));

    [Fact]
    public void Rule_WithExceptionsAdditionsAndAMovedOccurrence_IsFollowed() => Read(
            "UID:1\nDTSTART;VALUE=DATE:20250701\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270701\nRDATE;VALUE=DATE:20270705\nSUMMARY:Company day",
            "UID:1\nRECURRENCE-ID;VALUE=DATE:20260701\nDTSTART;VALUE=DATE:20260703\nSUMMARY:Company day")
        .Select(d => d.Date).Should().Equal(new(2025, 7, 1), new(2026, 7, 3), new(2027, 7, 5), new(2028, 7, 1));

    [Theory]
    [InlineData("DTSTART:20261225T000000\nDTEND:20261226T000000", null)]
    [InlineData("DTSTART:20261225T000000Z\nDTEND:20261226T000000Z", null)]
    [InlineData("DTSTART:20261224T230000Z\nDTEND:20261225T230000Z", null)]
    [InlineData("DTSTART;TZID=Europe/Rome:20261225T000000\nDTEND;TZID=Europe/Rome:20261225T235900", null)]
    [InlineData("DTSTART;TZID=Europe/Rome:20261225T000000\nDTEND;TZID=Europe/Rome:20261225T235959", null)]
    [InlineData("DTSTART:20261225T100000Z", null)]
    [InlineData("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225", null)]
    [InlineData("DTSTART;TZID=Europe/Rome:20261225T140000\nDTEND;TZID=Europe/Rome:20261225T180000", "14:00-18:00")]
    [InlineData("DTSTART;TZID=America/New_York:20261225T080000\nDURATION:PT4H", "14:00-18:00")]
    [InlineData("DTSTART:20261225T130000Z\nDTEND:20261225T230000Z", "14:00-24:00")]
    public void Time_OfAnEvent_IsAHolidayOrABreakInTheCalendarsZone(string times, string? span)
    {
        var day = Read(times + "\nSUMMARY:Christmas").Should().ContainSingle().Subject;
        day.Date.Should().Be(new LocalDate(2026, 12, 25));
        day.Kind.Should().Be(span is null ? ServiceDayKind.Holiday : ServiceDayKind.Break);
        day.Intervals.Should().Equal(span is null ? [] : [BusinessInterval.Parse(span)]);
    }

    [Fact]
    public void Breaks_OfOneDay_AreJoined_AndAHolidayTakesThem()
    {
        Read(
            "DTSTART:20261224T140000\nDTEND:20261224T160000\nSUMMARY:Party",
            "DTSTART:20261224T150000\nDTEND:20261224T180000\nSUMMARY:Clean-up",
            "DTSTART:20261224T090000\nDTEND:20261224T100000\nSUMMARY:Meeting").Should().ContainSingle().Which.Intervals.Should().Equal(
            BusinessInterval.Parse("09:00-10:00"), BusinessInterval.Parse("14:00-18:00"));
        Read("DTSTART:20261224T140000\nDTEND:20261224T160000", "DTSTART;VALUE=DATE:20261224").Should().ContainSingle().Which.Kind.Should().Be(ServiceDayKind.Holiday);
    }

    [Theory]
    [InlineData("Daylight Saving Time starts")]
    [InlineData("Summer Time ends")]
    [InlineData("Ende der Sommerzeit")]
    [InlineData("Inizio dell'ora legale")]
    [InlineData("Ora solare")]
    [InlineData("Comienza el horario de verano")]
    [InlineData("Passage à l’heure d’été")]
    [InlineData("Începutul orei de vară")]
    [InlineData("Sommartid börjar")]
    public void Announcement_OfDaylightSaving_IsLeftOutAndCounted(string summary)
    {
        var feed = Feed();
        feed.Read(Calendar($"DTSTART;VALUE=DATE:20270328\nSUMMARY:{summary}", "DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas")).Value.Should().ContainSingle();
        (feed.Events, feed.Ignored, feed.Outside).Should().Be((2, 1, 0));
    }

    [Fact]
    public void Event_CalledOffOrOutside_IsCounted()
    {
        var feed = Feed();
        feed.Read(Calendar("DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED", "DTSTART;VALUE=DATE:20250531", "DTSTART;VALUE=DATE:20290602", "DTSTART;VALUE=DATE:20250530\nDTEND;VALUE=DATE:20250602")).Value
            .Select(d => d.Date).Should().Equal(new LocalDate(2025, 6, 1));
        (feed.Events, feed.Ignored, feed.Outside).Should().Be((4, 1, 2));
    }

    [Fact]
    public void Names_OfOneDay_AreJoined() => Read("DTSTART;VALUE=DATE:20261225\nSUMMARY:Noël", "DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas", "DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas")
        .Should().ContainSingle().Which.Name.Should().Be("Christmas; Noël");

    [Theory]
    [InlineData("no calendar", 1)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3)]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART;VALUE=DATE:20261299\nEND:VEVENT\nEND:VCALENDAR", 5)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR", 3)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY;BYWEEKNO=3\nEND:VEVENT\nEND:VCALENDAR", 4)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261224\nEND:VEVENT\nEND:VCALENDAR", 4)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDURATION:soon\nEND:VEVENT\nEND:VCALENDAR", 4)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDURATION:P99999999D\nEND:VEVENT\nEND:VCALENDAR", 3)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\n", 4)]
    public void Read_SomethingElse_NamesTheLine(string text, int line)
    {
        var error = Feed().Read(text).Errors.Should().ContainSingle().Subject;
        error.Code.Should().Be("CalendarUnreadable");
        error.Message.Should().Contain($"line {line}:");
    }

    [Fact]
    public void Read_MoreThanACalendarKeeps_IsRefused() =>
        Feed().Read(Calendar([.. Enumerable.Range(0, 12).Select(_ => "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY")])).Errors.Should().ContainSingle().Which.Code.Should().Be("HolidayFeedTooLarge");

    private static HolidayFeed Feed() => new("italy", s_rome, s_from, s_until, CrmErrorDescriber.Default);

    private static IReadOnlyList<ServiceDay> Read(params string[] events) => Feed().Read(Calendar(events)).Value;

    private static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";
}
