using NodaTime;
using NodaTime.TimeZones;

namespace Crm.Domain.Marketing;

/// <summary>
/// How long a step waits, in the recipient's zone: first the interval or the date, then the hour or the window of hours, on the days of the
/// week that are allowed. A local time that clocks skip is moved on by the length of the gap; of one that comes twice the first counts.
/// </summary>
public sealed record JourneyDelay
{
    // A day of the week comes again within seven days; one more since a skipped window may leave a day without any.
    private const int MostDays = 15;

    private static readonly ZoneLocalMappingResolver s_edge = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>How long: days and longer units are days of the calendar, hours and shorter ones are elapsed time; null for no interval.</summary>
    public Period? For { get; init; }

    /// <summary>Until the beginning of a day; one that is over is not waited for.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Until this time of day.</summary>
    public LocalTime? At { get; init; }

    /// <summary>Until the local time is in this window; it may reach over midnight.</summary>
    public JourneyHours? Hours { get; init; }

    /// <summary>The days of the week on which the journey goes on; every day when empty. A window belongs to the day on which it begins.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];

    /// <summary>When the wait ends.</summary>
    /// <param name="from">When it began.</param>
    /// <param name="zone">The recipient's zone.</param>
    /// <returns>The first instant that suits, not before <paramref name="from"/>.</returns>
    public Instant Due(Instant from, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var earliest = Date is { } date ? Instant.Max(from, date.AtStartOfDayInZone(zone).ToInstant()) : Add(from, For, zone);
        if (At is null && Hours is null && Weekdays.Count == 0)
        {
            return earliest;
        }

        var local = earliest.InZone(zone);

        // The window of the day before may reach into this day.
        for (var offset = -1; offset <= MostDays; offset++)
        {
            var day = local.Date.PlusDays(offset);
            if ((Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek)) && On(day, earliest, local, zone) is { } due)
            {
                return due;
            }
        }

        return earliest;
    }

    internal static Instant Add(Instant from, Period? period, DateTimeZone zone)
    {
        if (period is null)
        {
            return from;
        }

        var days = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
        var rest = new PeriodBuilder
        {
            Hours = period.Hours, Minutes = period.Minutes, Seconds = period.Seconds, Milliseconds = period.Milliseconds, Ticks = period.Ticks, Nanoseconds = period.Nanoseconds,
        }.Build().ToDuration();

        // Going by the local date would move an instant that falls into the second pass of an hour that comes twice.
        return (days.Equals(Period.Zero) ? from : from.InZone(zone).LocalDateTime.Plus(days).InZoneLeniently(zone).ToInstant()) + rest;
    }

    private Instant? On(LocalDate day, Instant earliest, ZonedDateTime local, DateTimeZone zone)
    {
        if (At is { } time)
        {
            var at = (day + time).InZoneLeniently(zone).ToInstant();
            return at >= earliest ? at : null;
        }

        if (Hours is { } hours)
        {
            var begins = (day + hours.From).InZone(zone, s_edge).ToInstant();
            var ends = ((hours.Until > hours.From ? day : day.PlusDays(1)) + hours.Until).InZone(zone, s_edge).ToInstant();
            return ends > begins && ends > earliest ? Instant.Max(begins, earliest) : null;
        }

        return day == local.Date ? earliest : day > local.Date ? (day + local.TimeOfDay).InZoneLeniently(zone).ToInstant() : null;
    }
}
