using Crm.Domain.Marketing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Tests.Marketing;

/// <summary>When waits end, in the recipient's zone and over the changes of clocks. Dates of the changes: tz database, Europe/Rome 2026-03-29 and 2026-10-25 at 01:00 UTC.</summary>
[Trait("Check", "EM-04")]
public sealed class JourneyDelayTests
{
    private static readonly DateTimeZone s_rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private static readonly Gen<(int Zone, int Minutes, int From, int Until, int Days)> s_cases =
        from zone in Gen.Choose(0, 10_000)
        from minutes in Gen.Choose(0, 366 * 24 * 60)
        from begins in Gen.Choose(0, 23)
        from ends in Gen.Choose(0, 23)
        from days in Gen.Choose(0, 255)
        select (zone, minutes, begins, ends, days);

    [Theory]
    [InlineData("""{"for":"P1D"}""", "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z")] // 02:30 is skipped: 03:30.
    [InlineData("""{"for":"PT24H"}""", "2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("""{"for":"P1D"}""", "2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z")]
    [InlineData("""{"for":"P1D"}""", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("""{"for":"P1M"}""", "2026-01-31T11:00:00Z", "2026-02-28T11:00:00Z")]
    [InlineData("""{"for":"P1DT2H"}""", "2026-03-28T23:30:00Z", "2026-03-30T00:30:00Z")] // 00:30 of the 29th, a day and two hours later.
    [InlineData("""{"at":"02:30"}""", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")] // Skipped: 03:30.
    [InlineData("""{"at":"02:30"}""", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // Twice: the first one.
    [InlineData("""{"at":"02:30"}""", "2026-10-25T00:45:00Z", "2026-10-26T01:30:00Z")] // The first one is over, the second does not count.
    [InlineData("""{"at":"09:00"}""", "2026-06-01T07:00:00Z", "2026-06-01T07:00:00Z")]
    [InlineData("""{"at":"09:00"}""", "2026-06-01T07:00:01Z", "2026-06-02T07:00:00Z")]
    [InlineData("""{"at":"09:00","weekdays":["monday"]}""", "2026-06-01T08:00:00Z", "2026-06-08T07:00:00Z")]
    [InlineData("""{"between":["09:00","18:00"]}""", "2026-06-01T05:00:00Z", "2026-06-01T07:00:00Z")]
    [InlineData("""{"between":["09:00","18:00"]}""", "2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z")]
    [InlineData("""{"between":["09:00","18:00"]}""", "2026-06-01T16:00:00Z", "2026-06-02T07:00:00Z")]
    [InlineData("""{"between":["22:00","06:00"]}""", "2026-06-01T03:00:00Z", "2026-06-01T03:00:00Z")] // Began the evening before.
    [InlineData("""{"between":["22:00","06:00"],"weekdays":["monday"]}""", "2026-06-02T02:00:00Z", "2026-06-02T02:00:00Z")] // Monday's night reaches into Tuesday.
    [InlineData("""{"between":["22:00","06:00"],"weekdays":["tuesday"]}""", "2026-06-02T02:00:00Z", "2026-06-02T20:00:00Z")]
    [InlineData("""{"between":["02:00","03:00"]}""", "2026-03-28T12:00:00Z", "2026-03-30T00:00:00Z")] // On the 29th that hour does not exist.
    [InlineData("""{"between":["02:00","02:30"]}""", "2026-10-25T00:40:00Z", "2026-10-26T01:00:00Z")]
    [InlineData("""{"weekdays":["saturday"]}""", "2026-06-01T10:00:00Z", "2026-06-06T10:00:00Z")]
    [InlineData("""{"weekdays":["monday"]}""", "2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z")]
    [InlineData("""{"date":"2026-12-24"}""", "2026-06-01T10:00:00Z", "2026-12-23T23:00:00Z")]
    [InlineData("""{"date":"2026-01-01","at":"09:00"}""", "2026-06-01T10:00:00Z", "2026-06-02T07:00:00Z")]
    public void Due_InRome_IsExact(string wait, string from, string due)
    {
        Delay(wait).Due(InstantPattern.General.Parse(from).Value, s_rome).Should().Be(InstantPattern.General.Parse(due).Value);
    }

    /// <summary>Whatever the zone and the season: the end suits, is never before the beginning, and asking again from there changes nothing, so that nothing loops.</summary>
    [Fact]
    public void Due_AnyZone_SuitsAndIsStable() => Prop.ForAll(s_cases.ToArbitrary(), c => Suits(c.Zone, c.Minutes, c.From, c.Until, c.Days)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static bool Suits(int zone, int minutes, int from, int until, int days)
    {
        var zones = DateTimeZoneProviders.Tzdb.Ids;
        var of = DateTimeZoneProviders.Tzdb[zones[(int)((uint)zone % (uint)zones.Count)]];
        var start = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes((uint)minutes % (366 * 24 * 60));
        var hours = new JourneyHours(new LocalTime(from % 24, 0), new LocalTime(until % 24, 30));
        IsoDayOfWeek[] weekdays = [.. Enumerable.Range(1, 7).Where(d => (days & (1 << d)) != 0).Select(d => (IsoDayOfWeek)d)];
        var wait = new JourneyDelay { Hours = hours, Weekdays = weekdays };
        var due = wait.Due(start, of);
        var local = due.InZone(of);
        var time = local.TimeOfDay;
        var day = hours.Until > hours.From || time >= hours.From ? local.DayOfWeek : local.Date.PlusDays(-1).DayOfWeek;
        var isWithin = hours.Until > hours.From ? time >= hours.From && time < hours.Until : time >= hours.From || time < hours.Until;

        // A window that begins in a gap begins after it; one that begins or ends in an hour that comes twice takes the first.
        var isChange = of.GetZoneInterval(due) is var interval && ((interval.HasStart && due - interval.Start < Duration.FromHours(3)) || (interval.HasEnd && interval.End - due < Duration.FromHours(3)));
        return due >= start && (isChange || (isWithin && (weekdays.Length == 0 || weekdays.Contains(day)))) && wait.Due(due, of) == due && due - start < Duration.FromDays(9);
    }

    private static JourneyDelay Delay(string wait) => ((JourneyDelayStep)JourneyDefinition.Parse($$"""{"entry":{"by":"hand"},"steps":[{"key":"a","wait":{{wait}}}]}""").Value.Steps[0]).Delay;
}
