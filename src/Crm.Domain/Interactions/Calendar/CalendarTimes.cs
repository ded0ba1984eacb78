using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Crm.Domain.Interactions;

/// <summary>Times in iCalendar: by UTC, by a named zone, or by the clock of whoever reads.</summary>
internal static class CalendarTimes
{
    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern s_instant = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Local(LocalDateTime local) => s_local.Format(local);

    public static string Utc(Instant at) => s_instant.Format(at);

    public static CalendarProperty At(string name, Instant at, DateTimeZone zone) => zone.Id is "UTC" or "Etc/UTC"
        ? new CalendarProperty(name, Utc(at))
        : new CalendarProperty(name, Local(at.InZone(zone).LocalDateTime), new KeyValuePair<string, string>("TZID", zone.Id));

    /// <summary>The instant of a property; null where it is none. Zones that tzdb does not know, and times without one, are taken by <paramref name="floating"/>.</summary>
    public static Instant? Read(CalendarProperty property, DateTimeZone floating)
    {
        if (s_instant.Parse(property.Value).TryGetValue(default, out var utc))
        {
            return utc;
        }

        var zone = property.Parameter("TZID") is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? floating : floating;
        return s_local.Parse(property.Value).TryGetValue(default, out var local) ? local.InZone(zone, Resolvers.LenientResolver).ToInstant()
            : s_day.Parse(property.Value).TryGetValue(default, out var day) ? zone.AtStartOfDay(day).ToInstant()
            : null;
    }
}
