using System.Collections.Frozen;
using NodaTime;

namespace Crm.Domain.Time;

/// <summary>
/// When a business works: weekly intervals in a time zone, with dates that differ. Immutable, so safe for threads; equal
/// when zone and all entries are; not ordered. Local times follow RFC 5545 where clocks change: a time that is skipped
/// moves forward by the gap, one that comes twice means the first. Durations are real time, so a night shift over the
/// spring change is an hour short. Made with <see cref="BusinessHours"/>.
/// </summary>
public sealed partial class BusinessCalendar : IEquatable<BusinessCalendar>
{
    private readonly int[] _irregularDays;
    private readonly RegularWeek _regular;
    private readonly Duration _week;

    /// <summary>Makes a calendar.</summary>
    /// <param name="zone">The IANA zone in which all times are local.</param>
    /// <param name="weekly">The intervals that begin on each day of the week; days without are closed.</param>
    /// <param name="dates">Intervals that replace the weekly ones on a date: none on a holiday, some on an extra working day.</param>
    /// <param name="breaks">Spans on a date that are closed whatever else is said, such as a staff meeting.</param>
    /// <exception cref="ArgumentException">No day of the week has an interval: nothing would ever come due.</exception>
    public BusinessCalendar(
        DateTimeZone zone,
        IEnumerable<KeyValuePair<IsoDayOfWeek, IReadOnlyList<BusinessInterval>>> weekly,
        IEnumerable<KeyValuePair<LocalDate, IReadOnlyList<BusinessInterval>>>? dates = null,
        IEnumerable<KeyValuePair<LocalDate, IReadOnlyList<BusinessInterval>>>? breaks = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(weekly);
        Zone = zone;
        Weekly = Sorted(weekly, keepEmpty: false);
        Dates = Sorted(dates ?? [], keepEmpty: true);
        Breaks = Sorted(breaks ?? [], keepEmpty: false);
        if (Weekly.Count == 0)
        {
            throw new ArgumentException("A calendar needs an interval on at least one day of the week.", nameof(weekly));
        }

        _irregularDays = [.. Dates.Keys.Concat(Breaks.Keys).Distinct().Order().Select(date => Period.DaysBetween(s_epochDate, date))];
        _regular = new RegularWeek(Weekly);
        _week = Duration.FromNanoseconds(_regular.Total);
    }

    /// <summary>The time zone of all local times.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The intervals that begin on each day of the week, in order; closed days are absent.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> Weekly { get; }

    /// <summary>The dates whose intervals replace the weekly ones; an empty list is a holiday.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<BusinessInterval>> Dates { get; }

    /// <summary>The closed spans on single dates.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<BusinessInterval>> Breaks { get; }

    /// <summary>A calendar that never closes.</summary>
    /// <param name="zone">The zone; it decides nothing but the dates.</param>
    /// <returns>The calendar.</returns>
    public static BusinessCalendar AlwaysOpen(DateTimeZone zone) =>
        new(zone, Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .Select(day => KeyValuePair.Create<IsoDayOfWeek, IReadOnlyList<BusinessInterval>>(day, [BusinessInterval.WholeDay])));

    /// <summary>
    /// The intervals that begin on a date, before breaks. A night shift belongs to the date on which it begins: a holiday
    /// cancels the one that begins on it and leaves the end of the one before.
    /// </summary>
    /// <param name="date">The local date.</param>
    /// <returns>The intervals in order; empty when closed.</returns>
    public IReadOnlyList<BusinessInterval> IntervalsOn(LocalDate date) =>
        Dates.TryGetValue(date, out var intervals) || Weekly.TryGetValue(date.DayOfWeek, out intervals) ? intervals : [];

    /// <inheritdoc />
    public bool Equals(BusinessCalendar? other) =>
        other is not null && Zone.Id == other.Zone.Id
        && Same(Weekly, other.Weekly) && Same(Dates, other.Dates) && Same(Breaks, other.Breaks);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as BusinessCalendar);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone.Id, _week, _irregularDays.Length);

    private static FrozenDictionary<TKey, IReadOnlyList<BusinessInterval>> Sorted<TKey>(
        IEnumerable<KeyValuePair<TKey, IReadOnlyList<BusinessInterval>>> entries, bool keepEmpty)
        where TKey : notnull =>
        entries.Where(entry => keepEmpty || entry.Value.Count > 0).ToFrozenDictionary(
            entry => entry.Key, entry => (IReadOnlyList<BusinessInterval>)Array.AsReadOnly([.. entry.Value.Distinct().Order()]));

    private static bool Same<TKey>(
        IReadOnlyDictionary<TKey, IReadOnlyList<BusinessInterval>> left,
        IReadOnlyDictionary<TKey, IReadOnlyList<BusinessInterval>> right) =>
        left.Count == right.Count
        && left.All(entry => right.TryGetValue(entry.Key, out var intervals) && entry.Value.SequenceEqual(intervals));
}
