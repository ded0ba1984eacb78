using Crm.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TestScale = Crm.Testing.TestScale;

namespace Crm.Domain.Tests.Time;

/// <summary>Calendars with lunch breaks, night shifts, holidays and extra days in zones with and without clock changes.</summary>
[Trait("Check", "SC-06")]
[Trait("Check", "SC-07")]
public class BusinessCalendarPropertyTests
{
    private static readonly LocalDate s_start = new(2026, 1, 1);

    private static readonly Gen<BusinessInterval> s_interval = Gen.Choose(0, 95).SelectMany(_ => Gen.Choose(0, 95), (from, to) =>
        new BusinessInterval(LocalTime.FromMinutesSinceMidnight(from * 15), LocalTime.FromMinutesSinceMidnight(to * 15)));

    private static readonly Gen<IReadOnlyList<BusinessInterval>> s_day =
        Gen.Choose(0, 3).SelectMany(count => s_interval.ArrayOf(count)).Select(intervals => (IReadOnlyList<BusinessInterval>)intervals);

    private static readonly Gen<LocalDate> s_date = Gen.Choose(0, 420).Select(s_start.PlusDays);

    private static readonly Gen<BusinessCalendar> s_calendar =
        from zone in Gen.Elements("Europe/Rome", "Europe/Bucharest", "America/New_York", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Lord_Howe")
        from weekly in s_day.ArrayOf(7)
        from monday in s_interval
        from dates in s_date.SelectMany(_ => s_day, (date, day) => (date, day)).ListOf()
        from breaks in s_date.SelectMany(_ => s_day, (date, day) => (date, day)).ListOf()
        select new BusinessCalendar(
            DateTimeZoneProviders.Tzdb[zone],
            weekly.Select((day, i) => KeyValuePair.Create((IsoDayOfWeek)(i + 1), i == 0 ? [.. day, monday] : day)),
            dates.DistinctBy(pair => pair.date).Select(pair => KeyValuePair.Create(pair.date, pair.day)),
            breaks.DistinctBy(pair => pair.date).Select(pair => KeyValuePair.Create(pair.date, pair.day)));

    private static readonly Gen<Instant> s_instant =
        Gen.Choose(0, 400 * 24 * 60).Select(minutes => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes));

    private static readonly Gen<Duration> s_duration = Gen.OneOf(
        Gen.Choose(0, 3_000).Select(minutes => Duration.FromMinutes(minutes)), Gen.Choose(0, 2_000_000).Select(seconds => Duration.FromSeconds(seconds)));

    private static readonly Gen<(BusinessCalendar Calendar, Instant Start, Duration Amount)> s_deadline =
        from calendar in s_calendar from start in s_instant from amount in s_duration select (calendar, start, amount);

    [Fact]
    public void Elapsed_FromStartToDue_IsTheTarget() =>
        Check(s_deadline, t => t.Calendar.Elapsed(t.Start, t.Calendar.Add(t.Start, t.Amount)) == t.Amount);

    [Fact]
    public void Add_IsTheEarliestSuchInstantAndSubtractTheLatest() => Check(s_deadline, t =>
    {
        var due = t.Calendar.Add(t.Start, t.Amount);
        var latest = t.Calendar.Subtract(due, t.Amount);
        return t.Amount == Duration.Zero
            || (t.Calendar.Elapsed(t.Start, due - Duration.Epsilon) < t.Amount && latest >= t.Start
                && t.Calendar.Elapsed(latest, due) == t.Amount && t.Calendar.Elapsed(latest + Duration.Epsilon, due) < t.Amount);
    });

    [Fact]
    public void Add_IsMonotoneInStartAndTarget() =>
        Check(s_deadline.SelectMany(_ => s_duration, (t, more) => (t.Calendar, t.Start, t.Amount, More: more)), t =>
            t.Calendar.Add(t.Start, t.Amount) <= t.Calendar.Add(t.Start, t.Amount + t.More)
            && t.Calendar.Add(t.Start, t.Amount) <= t.Calendar.Add(t.Start + t.More, t.Amount));

    [Fact]
    public void Add_InTwoSteps_IsTheSameAsInOne() =>
        Check(s_deadline.SelectMany(_ => s_duration, (t, more) => (t.Calendar, t.Start, t.Amount, More: more + Duration.Epsilon)), t =>
            t.Calendar.Add(t.Calendar.Add(t.Start, t.Amount), t.More) == t.Calendar.Add(t.Start, t.Amount + t.More));

    [Fact]
    public void Add_WithOneMoreHoliday_IsNeverEarlier() =>
        Check(s_deadline.SelectMany(_ => s_date, (t, holiday) => (t.Calendar, t.Start, t.Amount, Holiday: holiday)), t =>
        {
            var calendar = t.Calendar;
            var dates = calendar.Dates.Where(entry => entry.Key != t.Holiday).Append(KeyValuePair.Create<LocalDate, IReadOnlyList<BusinessInterval>>(t.Holiday, []));
            return new BusinessCalendar(calendar.Zone, calendar.Weekly, dates, calendar.Breaks).Add(t.Start, t.Amount) >= calendar.Add(t.Start, t.Amount);
        });

    [Fact]
    public void Elapsed_IsTheSumOfTheOpenPeriodsAndOfItsParts() =>
        Check(s_deadline.SelectMany(_ => s_duration, (t, more) => (t.Calendar, t.Start, Middle: t.Start + t.Amount, End: t.Start + t.Amount + (more * 20))), t =>
        {
            var periods = t.Calendar.OpenPeriods(new(t.Start, t.End));
            var elapsed = t.Calendar.Elapsed(t.Start, t.End);
            return elapsed == periods.Aggregate(Duration.Zero, (sum, period) => sum + period.Duration)
                && elapsed == t.Calendar.Elapsed(t.Start, t.Middle) + t.Calendar.Elapsed(t.Middle, t.End)
                && periods.Zip(periods.Skip(1)).All(pair => pair.First.End < pair.Second.Start)
                && periods.All(period => t.Calendar.IsOpen(period.Start) && (period.End == t.End || !t.Calendar.IsOpen(period.End)));
        });

    [Fact]
    public void Add_FromOutsideWorkingHours_IsTheSameAsFromTheOpening() =>
        Check(s_deadline, t =>
        {
            var opening = t.Calendar.OpenPeriods(new(t.Start, t.Start + Duration.FromDays(800)))[0].Start;
            return t.Amount == Duration.Zero || t.Calendar.Add(t.Start, t.Amount) == t.Calendar.Add(opening, t.Amount);
        });

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(200, 1_000)));
}
