using NodaTime;

namespace Crm.Domain.Time;

/// <content>Reckoning by business days, which keep the time of day.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>
    /// The same time of day so many business days later: days on which no working time begins are not counted. A time outside
    /// the working hours of that day moves on to the next opening (when going back, to the closing before); a closing time stays.
    /// </summary>
    /// <param name="start">Where to begin, inside or outside working hours.</param>
    /// <param name="businessDays">How many; a negative number goes back. None only leaves what is closed.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant would lie outside the years 1 to 9998.</exception>
    public Instant AddDays(Instant start, int businessDays)
    {
        var local = start.InZone(Zone).LocalDateTime;
        var (date, step) = (local.Date, Math.Sign(businessDays));
        for (var left = Math.Abs(businessDays); left > 0;)
        {
            date = Within(date, businessDays).PlusDays(step);
            left -= IntervalsOn(date).Count > 0 ? 1 : 0;
        }

        var at = Zone.AtLeniently(Within(date, businessDays) + local.TimeOfDay).ToInstant();
        return IsOpen(at) || ClosingBy(at) == at ? at : step < 0 ? ClosingBy(at) : NextOpen(at);
    }

    /// <summary>The last closing time of the working hours that begin on the local date of an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The closing time; the instant itself where nothing opens on that date, or all has closed before it.</returns>
    public Instant EndOfWorkingDay(Instant instant)
    {
        var date = instant.InZone(Zone).Date;
        return IntervalsOn(date).SelectMany(interval => OutsideBreaks(date, interval.On(date, Zone))).Select(part => part.End).Append(instant).Max();
    }

    // The last moment until which working time reaches, at or before an instant.
    private Instant ClosingBy(Instant instant) => Subtract(instant, Duration.Epsilon) + Duration.Epsilon;

    private static LocalDate Within(LocalDate date, int businessDays) => date.Year is > 1 and < 9998
        ? date
        : throw new ArgumentOutOfRangeException(nameof(businessDays), businessDays, "The instant lies outside the years 1 to 9998.");
}
