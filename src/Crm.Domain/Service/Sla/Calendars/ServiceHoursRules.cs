using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What working hours have to keep to, so that everything that is counted in them comes due.</summary>
internal static class ServiceHoursRules
{
    public static List<CrmError> Problems(ServiceHours hours, CrmErrorDescriber errors)
    {
        var problems = new List<CrmError>();
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(hours.Zone ?? string.Empty) is null)
        {
            problems.Add(errors.ServiceZoneUnknown(hours.Zone ?? string.Empty));
        }

        if (hours.Weekly.Count == 0)
        {
            problems.Add(errors.ServiceHoursNeverOpen());
        }

        if (hours.Days.Count > ServiceHours.MaxDays || hours.Weekly.Values.Concat(hours.Days.Select(d => d.Intervals)).Any(i => i.Count > ServiceHours.MaxIntervals))
        {
            problems.Add(errors.ServiceHoursTooMany(ServiceHours.MaxDays, ServiceHours.MaxIntervals));
            return problems;
        }

        foreach (var (day, intervals) in hours.Weekly)
        {
            var tomorrow = hours.Weekly.GetValueOrDefault(day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1) ?? [];
            Check(problems, day.ToString(), intervals, tomorrow, hours.NightShifts, errors);
        }

        foreach (var day in hours.Days)
        {
            if (day.Date < ServiceHours.FirstDate || day.Date > ServiceHours.LastDate)
            {
                problems.Add(errors.ServiceDateOutOfRange(Text(day.Date), Text(ServiceHours.FirstDate), Text(ServiceHours.LastDate)));
            }

            Check(problems, Text(day.Date), day.Intervals, [], hours.NightShifts, errors);
        }

        problems.AddRange(hours.Days.GroupBy(d => d.Place).Where(g => g.Count() > 1).Select(g => errors.ServiceDateRepeated(Text(g.Key.Date))));
        return problems;
    }

    private static void Check(
        List<CrmError> problems, string day, IReadOnlyList<BusinessInterval> intervals, IReadOnlyList<BusinessInterval> tomorrow, bool nightShifts, CrmErrorDescriber errors)
    {
        if (!nightShifts)
        {
            problems.AddRange(intervals.Where(i => i.IsOvernight).Select(i => errors.ServiceIntervalReversed(day, i.ToString())));
        }

        for (var i = 1; i < intervals.Count; i++)
        {
            // In order of their beginning, each has to end before the next one begins; one that goes on over midnight can only be the last.
            if (EndOf(intervals[i - 1]) > intervals[i].Start.NanosecondOfDay)
            {
                problems.Add(errors.ServiceIntervalsOverlap(day, intervals[i - 1].ToString(), intervals[i].ToString()));
            }
        }

        if (nightShifts && intervals is [.., var last] && tomorrow is [var first, ..] && EndOf(last) - NodaConstants.NanosecondsPerDay > first.Start.NanosecondOfDay)
        {
            problems.Add(errors.ServiceIntervalsOverlap(day, last.ToString(), first.ToString()));
        }
    }

    private static long EndOf(BusinessInterval interval) => interval.Start.NanosecondOfDay + interval.Length.ToInt64Nanoseconds();

    private static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
