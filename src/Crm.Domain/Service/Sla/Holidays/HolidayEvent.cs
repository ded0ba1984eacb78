using Crm.Domain.Interactions;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Crm.Domain.Service;

/// <summary>One event of a feed, its times as they are written there: on days, or on the clock of some zone.</summary>
internal sealed class HolidayEvent
{
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly PeriodPattern s_period = PeriodPattern.Roundtrip;

    private LocalDateTime _start;
    private DateTimeZone _zone = DateTimeZone.Utc;
    private Period _length = Period.Zero;
    private RecurrenceRule? _rule;
    private HashSet<LocalDate> _except = [];
    private List<LocalDateTime> _besides = [];

    public int Line { get; private init; }

    public string? Uid { get; private init; }

    public string? Summary { get; private init; }

    public bool IsCancelled { get; private init; }

    /// <summary>Which occurrence of the event of the same id it replaces.</summary>
    public LocalDate? RecurrenceDate { get; private set; }

    /// <summary>Whether a rule repeats it.</summary>
    public bool Recurs => _rule is not null;

    /// <summary>How many days one occurrence reaches at most.</summary>
    public int MostDays { get; private set; } = 1;

    public static HolidayEvent Read(CalendarComponent component, DateTimeZone floating)
    {
        var line = component.Properties is [var first, ..] ? first.Line : 1;
        var read = new HolidayEvent
        {
            Line = line,
            Uid = component.Find("UID")?.Value,
            Summary = component.Find("SUMMARY") is { } summary ? CalendarEscapes.Unescape(summary.Value) : null,
            IsCancelled = string.Equals(component.Find("STATUS")?.Value.Trim(), "CANCELLED", StringComparison.OrdinalIgnoreCase),
        };
        var start = component.Find("DTSTART") ?? throw new HolidayFeedException(line, "DTSTART is missing.");
        (read._start, var isDay, read._zone) = Time(start, start.Value, floating);
        try
        {
            read.Measure(component, isDay, floating);
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            throw new HolidayFeedException(line, "A time lies beyond the year 9999.");
        }

        if (component.Find("RRULE") is { } rule)
        {
            read._rule = RecurrenceText.Parse(rule.Value.Trim(), out var problem) ?? throw new HolidayFeedException(rule.Line, problem);
        }

        read._except = [.. Times(component, "EXDATE", floating).Select(t => t.Date)];
        read._besides = [.. Times(component, "RDATE", floating)];
        read.RecurrenceDate = component.Find("RECURRENCE-ID") is { } id ? Time(id, id.Value, floating).Local.Date : null;
        return read;
    }

    /// <summary>When its occurrences begin, as they are written, up to a day.</summary>
    public IEnumerable<LocalDateTime> Starts(LocalDate until)
    {
        // By UTC: a day is no time that a clock can skip, and a time that is skipped moves on when it is asked what it means.
        var regular = _rule is null ? [_start] : _rule.Occurrences(_start, DateTimeZone.Utc).TakeWhile(t => t.Date <= until);
        return regular.Concat(_besides).Where(t => t.Date <= until && !_except.Contains(t.Date));
    }

    /// <summary>An occurrence on the clock of the calendar; whole days, in whichever zone they are written, stay those days.</summary>
    public (LocalDateTime Start, LocalDateTime End) At(LocalDateTime start, DateTimeZone zone)
    {
        var end = start + _length;
        return start.TimeOfDay == LocalTime.Midnight && end.TimeOfDay == LocalTime.Midnight
            ? (start, end)
            : (Moved(start, zone), Moved(end, zone));
    }

    private LocalDateTime Moved(LocalDateTime local, DateTimeZone zone) =>
        _zone.Id == zone.Id ? local : local.InZone(_zone, Resolvers.LenientResolver).WithZone(zone).LocalDateTime;

    private void Measure(CalendarComponent component, bool isDay, DateTimeZone floating)
    {
        var (end, duration) = (component.Find("DTEND"), component.Find("DURATION"));
        _length = isDay ? Period.FromDays(1) : Period.Zero;
        if (end is not null)
        {
            var (until, _, zone) = Time(end, end.Value, floating);
            until = zone.Id == _zone.Id ? until : until.InZone(zone, Resolvers.LenientResolver).WithZone(_zone).LocalDateTime;
            if (until < _start)
            {
                throw new HolidayFeedException(end.Line, "DTEND lies before DTSTART.");
            }

            _length = Period.Between(_start, until, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        }
        else if (duration is not null)
        {
            var length = s_period.Parse(duration.Value.Trim().TrimStart('+'));
            if (!length.Success || length.Value.Years != 0 || length.Value.Months != 0 || _start + length.Value < _start)
            {
                throw new HolidayFeedException(duration.Line, "DURATION is a time such as P1D or PT4H.");
            }

            _length = Period.Between(_start, _start + length.Value, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        }

        // Many calendars end a whole day a minute or a second before midnight, and give one that has no length the whole of its day.
        var last = _start + _length;
        if (last == _start)
        {
            _length = Period.FromDays(1);
            _start = isDay ? _start : _start.Date.AtMidnight();
        }
        else if (_start.TimeOfDay == LocalTime.Midnight && last.TimeOfDay >= new LocalTime(23, 59))
        {
            _length = Period.FromDays(Period.DaysBetween(_start.Date, last.Date) + 1);
        }

        MostDays = _length.Days + 1;
        if (MostDays > ServiceHours.MaxDays)
        {
            throw HolidayFeedException.TooLarge(Line);
        }
    }

    private static IEnumerable<LocalDateTime> Times(CalendarComponent component, string name, DateTimeZone floating) => component.Properties
        .Where(p => p.Name == name)
        .SelectMany(p => p.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => Time(p, t.Split('/')[0], floating).Local));

    private static (LocalDateTime Local, bool IsDay, DateTimeZone Zone) Time(CalendarProperty property, string text, DateTimeZone floating)
    {
        var value = text.Trim();
        if (s_day.Parse(value).TryGetValue(default, out var day))
        {
            return (day.AtMidnight(), true, floating);
        }

        var isUtc = value.EndsWith('Z');
        return s_local.Parse(isUtc ? value[..^1] : value).TryGetValue(default, out var local)
            ? (local, false, isUtc ? DateTimeZone.Utc : property.Parameter("TZID") is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? floating : floating)
            : throw new HolidayFeedException(property.Line, $"{property.Name} is a day such as 20261225 or a time such as 20261225T090000Z.");
    }
}
