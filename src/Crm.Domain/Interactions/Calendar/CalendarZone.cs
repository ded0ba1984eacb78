using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Crm.Domain.Interactions;

/// <summary>Describes a time zone in the years that are needed: one observance for each change of the clocks (RFC 5545, section 3.6.5).</summary>
internal static class CalendarZone
{
    private static readonly LocalDateTime s_always = new(1970, 1, 1, 0, 0);

    /// <summary>The zone from the observance that holds at one instant to the last one that begins before another.</summary>
    public static CalendarComponent Describe(DateTimeZone zone, Instant from, Instant until)
    {
        var described = new CalendarComponent("VTIMEZONE");
        described.Add("TZID", zone.Id);
        foreach (var interval in zone.GetZoneIntervals(from, Instant.Max(until, from + Duration.Epsilon)))
        {
            described.Components.Add(Observance(zone, interval));
        }

        return described;
    }

    private static CalendarComponent Observance(DateTimeZone zone, ZoneInterval interval)
    {
        var begins = interval.HasStart && interval.Start >= Instant.FromUtc(1970, 1, 1, 0, 0);
        var before = begins ? zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset : interval.WallOffset;
        var observance = new CalendarComponent(interval.Savings > Offset.Zero ? "DAYLIGHT" : "STANDARD");

        // The onset stands on the clock as it was before.
        observance.Add("DTSTART", CalendarTimes.Local(begins ? interval.Start.WithOffset(before).LocalDateTime : s_always));
        observance.Add("TZOFFSETFROM", Text(before));
        observance.Add("TZOFFSETTO", Text(interval.WallOffset));
        observance.AddText("TZNAME", interval.Name);
        return observance;
    }

    private static string Text(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var rest = seconds % 60 == 0 ? string.Empty : (seconds % 60).ToString("D2", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(offset < Offset.Zero ? '-' : '+')}{seconds / 3600:D2}{seconds / 60 % 60:D2}{rest}");
    }
}
