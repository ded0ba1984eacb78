using NodaTime;

namespace Crm.Domain.Time;

/// <summary>
/// Puts a <see cref="BusinessCalendar"/> together: <c>BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30")
/// .Closed(new LocalDate(2026, 6, 2)).Build()</c>. Times are read by <see cref="BusinessInterval.Parse"/>. Not safe for threads.
/// </summary>
public sealed class BusinessHours
{
    private readonly DateTimeZone _zone;
    private readonly Dictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> _weekly = [];
    private readonly Dictionary<LocalDate, IReadOnlyList<BusinessInterval>> _dates = [];
    private readonly Dictionary<LocalDate, IReadOnlyList<BusinessInterval>> _breaks = [];

    private BusinessHours(DateTimeZone zone) => _zone = zone;

    /// <summary>Begins with a calendar that is always closed.</summary>
    /// <param name="zone">The zone of all times.</param>
    /// <returns>The builder.</returns>
    public static BusinessHours In(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(zone);
    }

    /// <summary>Begins with a calendar that is always closed.</summary>
    /// <param name="zoneId">The IANA name of the zone, such as <c>Europe/Rome</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">There is no such zone.</exception>
    public static BusinessHours In(string zoneId) => In(DateTimeZoneProviders.Tzdb[zoneId]);

    /// <summary>Sets the intervals that begin on a day of the week; none closes it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="intervals">Such as <c>09:00-12:00</c> or, over night, <c>22:00-06:00</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    public BusinessHours On(IsoDayOfWeek day, params ReadOnlySpan<string> intervals)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "A day from Monday to Sunday was expected.");
        }

        _weekly[day] = Read(intervals);
        return this;
    }

    /// <summary>Sets the intervals of Monday to Friday.</summary>
    /// <param name="intervals">As for <see cref="On"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    public BusinessHours OnWeekdays(params ReadOnlySpan<string> intervals)
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Friday; day++)
        {
            On(day, intervals);
        }

        return this;
    }

    /// <summary>Sets the intervals of all seven days.</summary>
    /// <param name="intervals">As for <see cref="On"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    public BusinessHours Daily(params ReadOnlySpan<string> intervals) =>
        OnWeekdays(intervals).On(IsoDayOfWeek.Saturday, intervals).On(IsoDayOfWeek.Sunday, intervals);

    /// <summary>Makes dates holidays; what was said of them before is replaced.</summary>
    /// <param name="holidays">The local dates.</param>
    /// <returns>This builder.</returns>
    public BusinessHours Closed(params ReadOnlySpan<LocalDate> holidays)
    {
        foreach (var holiday in holidays)
        {
            _dates[holiday] = [];
        }

        return this;
    }

    /// <summary>Gives one date its own intervals: an extra working day, or shorter hours. What was said of it before is replaced.</summary>
    /// <param name="date">The local date.</param>
    /// <param name="intervals">As for <see cref="On"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    public BusinessHours OnDate(LocalDate date, params ReadOnlySpan<string> intervals)
    {
        _dates[date] = Read(intervals);
        return this;
    }

    /// <summary>Closes spans of one date, whichever interval they fall into.</summary>
    /// <param name="date">The local date on which the spans begin.</param>
    /// <param name="spans">As for <see cref="On"/>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="FormatException">A text is not an interval.</exception>
    public BusinessHours Break(LocalDate date, params ReadOnlySpan<string> spans)
    {
        _breaks[date] = [.. _breaks.GetValueOrDefault(date, []), .. Read(spans)];
        return this;
    }

    /// <summary>Makes the calendar.</summary>
    /// <returns>The calendar; the builder may go on.</returns>
    /// <exception cref="ArgumentException">No day of the week has an interval.</exception>
    public BusinessCalendar Build() => new(_zone, _weekly, _dates, _breaks);

    private static BusinessInterval[] Read(ReadOnlySpan<string> texts)
    {
        var intervals = new BusinessInterval[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            intervals[i] = BusinessInterval.Parse(texts[i]);
        }

        return intervals;
    }
}
