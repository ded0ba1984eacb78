using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

[Trait("Check", "IN-09")]
public class CalendarZoneTests
{
    [Fact]
    public void NewYorkOf1998_IsAsTheStandardDescribesIt()
    {
        // RFC 5545, section 3.6.5: daylight time began on 1998-04-05 at two, standard time on 1998-10-25 at two.
        var zone = CalendarZone.Describe(DateTimeZoneProviders.Tzdb["America/New_York"], Instant.FromUtc(1998, 3, 1, 0, 0), Instant.FromUtc(1998, 12, 1, 0, 0));

        zone.Components.Select(c => (c.Name, c.Find("DTSTART")!.Value, c.Find("TZOFFSETFROM")!.Value, c.Find("TZOFFSETTO")!.Value, c.Find("TZNAME")!.Value)).Should().Equal(
            ("STANDARD", "19971026T020000", "-0400", "-0500", "EST"),
            ("DAYLIGHT", "19980405T020000", "-0500", "-0400", "EDT"),
            ("STANDARD", "19981025T020000", "-0400", "-0500", "EST"));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Europe/Dublin")]
    public void EveryHourOfThreeYears_ReadByTheObservances_IsThatOfTheZone(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var (from, until) = (Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0));
        var observances = CalendarZone.Describe(zone, from, until).Components.ConvertAll(c => (
            Onset: NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(c.Find("DTSTART")!.Value).Value.WithOffset(Offset(c.Find("TZOFFSETFROM")!.Value)).ToInstant(),
            To: Offset(c.Find("TZOFFSETTO")!.Value)));

        for (var at = from; at < until; at += Duration.FromHours(1))
        {
            observances.Last(o => o.Onset <= at).To.Should().Be(zone.GetUtcOffset(at), "{0} in {1}", at, id);
        }
    }

    private static Offset Offset(string text) => NodaTime.Text.OffsetPattern.CreateWithInvariantCulture("+HHmm").Parse(text).Value;
}
