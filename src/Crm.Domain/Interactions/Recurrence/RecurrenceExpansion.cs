using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Counts out a recurrence, period by period (RFC 5545, section 3.3.10, table of expanding and limiting parts).</summary>
internal static class RecurrenceExpansion
{
    // A rule that found nothing in a hundred years finds nothing.
    private const int BarrenYears = 100;
    private const int LastYear = 9999;

    public static IEnumerable<LocalDateTime> Of(RecurrenceRule rule, LocalDateTime start, DateTimeZone zone)
    {
        var left = rule.Count ?? int.MaxValue;
        if (rule.Problem() is not null || rule.Until?.Includes(start, zone) == false)
        {
            yield break;
        }

        yield return start;
        left--;
        var last = start.Date;
        for (var period = 0L; left > 0 && StartOf(rule, start.Date, period) is { } begins && begins.Year <= last.Year + BarrenYears; period++)
        {
            foreach (var date in Chosen(rule, begins, start.Date))
            {
                var at = date + start.TimeOfDay;
                if (at <= start || zone.MapLocal(at).Count == 0)
                {
                    continue;
                }

                if (left-- == 0 || rule.Until?.Includes(at, zone) == false)
                {
                    yield break;
                }

                last = date;
                yield return at;
            }
        }
    }

    // The first day of a period; null beyond the calendar.
    private static LocalDate? StartOf(RecurrenceRule rule, LocalDate start, long period)
    {
        var steps = period * rule.Interval;
        var longest = rule.Frequency switch { RecurrenceFrequency.Daily => 365L * LastYear, RecurrenceFrequency.Weekly => 52L * LastYear, RecurrenceFrequency.Monthly => 12L * LastYear, _ => LastYear };
        if (steps > longest)
        {
            return null;
        }

        var (count, firstOfMonth) = ((int)steps, new LocalDate(start.Year, start.Month, 1));
        var room = LastYear - start.Year;
        return rule.Frequency switch
        {
            RecurrenceFrequency.Daily => steps / 366 >= room ? null : start.PlusDays(count),
            RecurrenceFrequency.Weekly => steps / 53 >= room ? null : WeekOf(start, rule.WeekStart)?.PlusWeeks(count),
            RecurrenceFrequency.Monthly => steps / 12 >= room ? null : firstOfMonth.PlusMonths(count),
            _ => steps >= room ? null : new LocalDate(start.Year + count, 1, 1),
        };
    }

    private static LocalDate? WeekOf(LocalDate date, IsoDayOfWeek weekStart) => date.PlusDays(-(((int)date.DayOfWeek - (int)weekStart + 7) % 7));

    private static IEnumerable<LocalDate> Chosen(RecurrenceRule rule, LocalDate begins, LocalDate start)
    {
        var dates = Candidates(rule, begins, start).Distinct().Order().ToList();
        return rule.Positions.Count == 0
            ? dates
            : rule.Positions.Select(p => p > 0 ? p - 1 : dates.Count + p).Where(i => i >= 0 && i < dates.Count).Select(i => dates[i]).Distinct().Order();
    }

    private static IEnumerable<LocalDate> Candidates(RecurrenceRule rule, LocalDate begins, LocalDate start) => rule.Frequency switch
    {
        RecurrenceFrequency.Daily => InMonths(rule, begins) && OnMonthDays(rule, begins) && OnDays(rule, begins) ? [begins] : [],
        RecurrenceFrequency.Weekly => Enumerable.Range(0, 7).Select(d => begins.PlusDays(d))
            .Where(d => InMonths(rule, d) && (rule.Days.Count == 0 ? d.DayOfWeek == start.DayOfWeek : OnDays(rule, d))),
        RecurrenceFrequency.Monthly => InMonths(rule, begins) ? OfMonth(rule, begins, start) : [],
        _ => OfYear(rule, begins, start),
    };

    private static IEnumerable<LocalDate> OfYear(RecurrenceRule rule, LocalDate year, LocalDate start)
    {
        // Days of the week alone are counted within the year.
        if (rule.Days.Count > 0 && rule.Months.Count == 0 && rule.MonthDays.Count == 0)
        {
            return Weekdays(rule, year, year.PlusYears(1));
        }

        var months = rule.Months.Count > 0 ? rule.Months : rule.MonthDays.Count > 0 ? Enumerable.Range(1, 12) : [start.Month];
        return months.SelectMany(m => OfMonth(rule, new LocalDate(year.Year, m, 1), start));
    }

    private static IEnumerable<LocalDate> OfMonth(RecurrenceRule rule, LocalDate month, LocalDate start)
    {
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        if (rule.MonthDays.Count > 0)
        {
            // In a month, days of the week limit the days of the month, whatever their ordinals.
            var weekdays = rule.Days.Count == 0 ? null : Weekdays(rule, month, month.PlusMonths(1)).ToHashSet();
            return rule.MonthDays.Select(d => d > 0 ? d : length + d + 1).Where(d => d >= 1 && d <= length)
                .Select(d => month.PlusDays(d - 1)).Where(d => weekdays?.Contains(d) != false);
        }

        return rule.Days.Count > 0 ? Weekdays(rule, month, month.PlusMonths(1))
            : start.Day <= length ? [month.PlusDays(start.Day - 1)]
            : [];
    }

    private static IEnumerable<LocalDate> Weekdays(RecurrenceRule rule, LocalDate from, LocalDate until)
    {
        foreach (var day in rule.Days)
        {
            var first = from.PlusDays((((int)day.Day - (int)from.DayOfWeek) + 7) % 7);
            var count = (Period.DaysBetween(first, until) + 6) / 7;
            var (begin, end) = day.Ordinal switch { 0 => (0, count), > 0 => (day.Ordinal - 1, day.Ordinal), _ => (count + day.Ordinal, count + day.Ordinal + 1) };
            for (var i = Math.Max(begin, 0); i < Math.Min(end, count); i++)
            {
                if (begin >= 0)
                {
                    yield return first.PlusWeeks(i);
                }
            }
        }
    }

    private static bool InMonths(RecurrenceRule rule, LocalDate date) => rule.Months.Count == 0 || rule.Months.Contains(date.Month);

    private static bool OnMonthDays(RecurrenceRule rule, LocalDate date) => rule.MonthDays.Count == 0
        || rule.MonthDays.Contains(date.Day) || rule.MonthDays.Contains(date.Day - CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - 1);

    private static bool OnDays(RecurrenceRule rule, LocalDate date) => rule.Days.Count == 0 || rule.Days.Any(d => d.Day == date.DayOfWeek);
}
