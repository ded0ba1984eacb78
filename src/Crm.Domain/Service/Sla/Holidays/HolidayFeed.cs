using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Reads the dates of a holiday feed in iCalendar (RFC 5545) that lie in a window.</summary>
internal sealed class HolidayFeed(string feed, DateTimeZone zone, LocalDate from, LocalDate until, CrmErrorDescriber errors)
{
    // A rule that recurs daily for centuries names more dates than any calendar keeps.
    private const int MostOccurrences = 200_000;
    private const int MostRules = 1_000;

    private readonly Dictionary<LocalDate, SortedSet<string>> _holidays = [];
    private readonly Dictionary<LocalDate, (SortedSet<string> Names, List<(long Start, long End)> Spans)> _breaks = [];
    private int _occurrences;

    public int Events { get; private set; }

    public int Ignored { get; private set; }

    public int Outside { get; private set; }

    /// <summary>The dates, in order.</summary>
    public CrmResult<IReadOnlyList<ServiceDay>> Read(string text)
    {
        if (CalendarReader.Read(text, out var problem) is not { } calendar)
        {
            return errors.CalendarUnreadable(problem.Line, problem.Reason);
        }

        var components = calendar.Components.FindAll(c => c.Name == "VEVENT");
        Events = components.Count;
        try
        {
            var events = components.ConvertAll(c => HolidayEvent.Read(c, zone));
            if (events.FindAll(e => e.Recurs) is { Count: > MostRules } rules)
            {
                throw HolidayFeedException.TooLarge(rules[MostRules].Line);
            }

            var moved = events.Where(e => e.Uid is not null && e.RecurrenceDate is not null).Select(e => (e.Uid, e.RecurrenceDate)).ToHashSet();
            foreach (var happening in events)
            {
                if (happening.IsCancelled || DaylightSaving.IsAnnouncedBy(happening.Summary))
                {
                    Ignored++;
                }
                else if (!Take(happening, start => happening.RecurrenceDate is null && moved.Contains((happening.Uid, start.Date))))
                {
                    Outside++;
                }
            }
        }
        catch (HolidayFeedException unreadable)
        {
            return unreadable.IsTooLarge ? errors.HolidayFeedTooLarge(unreadable.Line, ServiceHours.MaxDays) : errors.CalendarUnreadable(unreadable.Line, unreadable.Message);
        }

        return Days();
    }

    // Whether any date of the event is kept.
    private bool Take(HolidayEvent happening, Func<LocalDateTime, bool> isMoved)
    {
        var taken = false;
        foreach (var start in happening.Starts(until.PlusDays(2)))
        {
            if (++_occurrences > MostOccurrences || _holidays.Count + _breaks.Count > ServiceHours.MaxDays)
            {
                throw HolidayFeedException.TooLarge(happening.Line);
            }

            if (start.Date.PlusDays(happening.MostDays + 1) >= from && !isMoved(start))
            {
                taken |= Take(happening.Summary, happening.At(start, zone));
            }
        }

        return taken;
    }

    // Day by day: whole days are holidays, parts of a day are breaks.
    private bool Take(string? summary, (LocalDateTime Start, LocalDateTime End) span)
    {
        var taken = false;
        var first = LocalDate.Max(span.Start.Date, from);
        for (var date = first; date <= until && date.AtMidnight() < span.End; date = date.PlusDays(1))
        {
            var start = span.Start > date.AtMidnight() ? span.Start.TimeOfDay.NanosecondOfDay : 0;
            var end = span.End < date.PlusDays(1).AtMidnight() ? span.End.TimeOfDay.NanosecondOfDay : NodaConstants.NanosecondsPerDay;
            var names = start == 0 && end == NodaConstants.NanosecondsPerDay ? Holiday(date) : Break(date, start, end);
            if (SingleLine.TryClean(summary, ServiceDay.MaxNameLength, out var name) && name.Length > 0)
            {
                names.Add(name);
            }

            taken = true;
        }

        return taken;
    }

    private SortedSet<string> Holiday(LocalDate date) => _holidays.TryGetValue(date, out var names) ? names : _holidays[date] = new(StringComparer.Ordinal);

    private SortedSet<string> Break(LocalDate date, long start, long end)
    {
        if (!_breaks.TryGetValue(date, out var known))
        {
            known = _breaks[date] = (new(StringComparer.Ordinal), []);
        }

        known.Spans.Add((start, end));
        return known.Names;
    }

    private ServiceDay[] Days() =>
    [
        .. _holidays.Select(h => ServiceDay.Holiday(h.Key) with { Name = Joined(h.Value), Feed = feed })
            .Concat(_breaks.Where(b => !_holidays.ContainsKey(b.Key))
                .Select(b => ServiceDay.Break(b.Key, Intervals(b.Value.Spans)) with { Name = Joined(b.Value.Names), Feed = feed }))
            .OrderBy(d => d.Date),
    ];

    private static string? Joined(SortedSet<string> names) => names.Count == 0 ? null
        : string.Join("; ", names) is var joined && joined.Length <= ServiceDay.MaxNameLength ? joined
        : names.Min;

    // Overlapping and touching spans as one; a day that is broken up too often is closed between the first and the last.
    private static List<BusinessInterval> Intervals(List<(long Start, long End)> spans)
    {
        var joined = new List<(long Start, long End)>();
        foreach (var (start, end) in spans.Order())
        {
            if (joined.Count > 0 && joined[^1].End >= start)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, end));
            }
            else
            {
                joined.Add((start, end));
            }
        }

        if (joined.Count > ServiceHours.MaxIntervals)
        {
            joined = [(joined[0].Start, joined[^1].End)];
        }

        return joined.ConvertAll(s => new BusinessInterval(Time(s.Start), Time(s.End % NodaConstants.NanosecondsPerDay)));
    }

    private static LocalTime Time(long nanosecond) => LocalTime.FromNanosecondsSinceMidnight(nanosecond);
}
