using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// The working hours that a calendar holds: a zone, the hours of the week, and the dates that differ, each with its name and origin.
/// What <see cref="BusinessCalendar"/> reckons with, as people write and change it. Equal by value.
/// </summary>
/// <param name="Zone">IANA id of the zone in which all times are local, such as <c>Europe/Rome</c>.</param>
public sealed partial record ServiceHours(string Zone)
{
    /// <summary>Most intervals of one day.</summary>
    public const int MaxIntervals = 24;

    /// <summary>Most dates that differ.</summary>
    public const int MaxDays = 5_000;

    /// <summary>The first date that can differ.</summary>
    public static LocalDate FirstDate { get; } = new(1970, 1, 1);

    /// <summary>The last date that can differ.</summary>
    public static LocalDate LastDate { get; } = new(2199, 12, 31);

    /// <summary>The intervals that begin on each day of the week; days without are closed.</summary>
    /// <value>Empty by default, which no calendar can be.</value>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> Weekly { get; init => field = Sorted(value); } =
        new SortedDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>>();

    /// <summary>Whether an interval that ends at or before its beginning is a night shift; otherwise it is refused as reversed.</summary>
    /// <value>False by default.</value>
    public bool NightShifts { get; init; }

    /// <summary>The dates that differ, in order; at most one of hours and one of breaks for each date, by hand and of each feed.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ServiceDay> Days { get; init => field = Sorted(value); } = [];

    /// <summary>The working hours of a calendar that was put together with <see cref="BusinessHours"/>.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>Hours of which <see cref="ToCalendar"/> makes an equal calendar.</returns>
    public static ServiceHours Of(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new ServiceHours(calendar.Zone.Id)
        {
            Weekly = calendar.Weekly,
            NightShifts = calendar.Weekly.Values.Concat(calendar.Dates.Values).Concat(calendar.Breaks.Values).Any(day => day.Any(interval => interval.IsOvernight)),
            Days =
            [
                .. calendar.Dates.Select(d => d.Value.Count == 0 ? ServiceDay.Holiday(d.Key) : ServiceDay.Open(d.Key, d.Value)),
                .. calendar.Breaks.Select(b => ServiceDay.Break(b.Key, b.Value)),
            ],
        };
    }

    /// <summary>Checks the hours and makes the calendar that reckons with them. What was made by hand wins over what a feed says of the same date.</summary>
    /// <param name="errors">The words of refusals; the default ones when null.</param>
    /// <returns>The calendar, or <c>ServiceZoneUnknown</c>, <c>ServiceHoursNeverOpen</c>, <c>ServiceIntervalReversed</c>, <c>ServiceIntervalsOverlap</c>,
    /// <c>ServiceDateOutOfRange</c>, <c>ServiceDateRepeated</c>, <c>ServiceHoursTooMany</c>.</returns>
    public CrmResult<BusinessCalendar> ToCalendar(CrmErrorDescriber? errors = null)
    {
        var problems = ServiceHoursRules.Problems(this, errors ?? CrmErrorDescriber.Default);
        if (problems.Count > 0)
        {
            return CrmResult<BusinessCalendar>.Failed(problems);
        }

        var byHand = Days.Where(d => d.Feed is null && d.Kind != ServiceDayKind.Break).Select(d => d.Date).ToHashSet();
        var counted = Days.Where(d => d.Feed is null || !byHand.Contains(d.Date)).ToList();
        return new BusinessCalendar(
            DateTimeZoneProviders.Tzdb[Zone],
            Weekly,
            counted.Where(d => d.Kind != ServiceDayKind.Break).GroupBy(d => d.Date)
                .Select(g => KeyValuePair.Create<LocalDate, IReadOnlyList<BusinessInterval>>(g.Key, g.Any(d => d.Kind == ServiceDayKind.Holiday) ? [] : [.. g.SelectMany(d => d.Intervals)])),
            counted.Where(d => d.Kind == ServiceDayKind.Break).GroupBy(d => d.Date)
                .Select(g => KeyValuePair.Create<LocalDate, IReadOnlyList<BusinessInterval>>(g.Key, [.. g.SelectMany(d => d.Intervals)])));
    }

    /// <inheritdoc />
    public bool Equals(ServiceHours? other) => other is not null && Zone == other.Zone && NightShifts == other.NightShifts
        && Weekly.Count == other.Weekly.Count && Weekly.All(d => other.Weekly.TryGetValue(d.Key, out var same) && d.Value.SequenceEqual(same))
        && Days.SequenceEqual(other.Days);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone, NightShifts, Weekly.Count, Days.Count);

    private static SortedDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> Sorted(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> weekly) => new(weekly
        .Where(day => day.Value.Count > 0)
        .ToDictionary(day => day.Key, day => (IReadOnlyList<BusinessInterval>)[.. day.Value.Distinct().Order()]));

    private static List<ServiceDay> Sorted(IReadOnlyList<ServiceDay> days) =>
        [.. days.OrderBy(d => d.Date).ThenBy(d => d.Kind).ThenBy(d => d.Feed, StringComparer.Ordinal)];
}
