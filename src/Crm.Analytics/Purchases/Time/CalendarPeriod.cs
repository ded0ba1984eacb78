using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>How the calendar is cut into periods that follow each other without gaps, such as months, or weeks of four.</summary>
/// <remarks>
/// Every day lies in exactly one period, which has a number; numbers of months count from January of year 1, those of days
/// from the given first day. The default value is the calendar month.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CalendarPeriod
{
    private const int MonthsPerYear = 12;

    // Stored less one, so that the default value is one month.
    private readonly int _lengthLessOne;
    private readonly int _anchor;
    private readonly bool _isDays;

    private CalendarPeriod(bool isDays, int length, int anchor) => (_isDays, _lengthLessOne, _anchor) = (isDays, length - 1, anchor);

    /// <summary>The calendar month.</summary>
    public static CalendarPeriod Month => Months(1);

    /// <summary>The calendar quarter.</summary>
    public static CalendarPeriod Quarter => Months(3);

    /// <summary>The calendar year.</summary>
    public static CalendarPeriod Year => Months(MonthsPerYear);

    /// <summary>The ISO week, Monday to Sunday.</summary>
    public static CalendarPeriod Week => Weeks(1, new LocalDate(1970, 1, 5));

    /// <summary>The day.</summary>
    public static CalendarPeriod Day => Days(1, new LocalDate(1970, 1, 1));

    /// <summary>Periods of some calendar months, counted from January.</summary>
    /// <param name="months">How many; a divisor of twelve gives periods that start anew each year.</param>
    /// <param name="firstMonth">The month in which periods start, 1 to 12; default January.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no months, more than 1,200, or no such first month.</exception>
    public static CalendarPeriod Months(int months, int firstMonth = 1)
    {
        if (months is < 1 or > 1200) throw new ArgumentOutOfRangeException(nameof(months), months, "From 1 to 1,200.");
        if (firstMonth is < 1 or > MonthsPerYear) throw new ArgumentOutOfRangeException(nameof(firstMonth), firstMonth, "From 1 to 12.");
        return new(false, months, firstMonth - 1);
    }

    /// <summary>Periods of some weeks.</summary>
    /// <param name="weeks">How many.</param>
    /// <param name="firstDay">The first day of one of the periods; it says on which weekday they start.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no weeks, or more than 10,000.</exception>
    public static CalendarPeriod Weeks(int weeks, LocalDate firstDay)
    {
        if (weeks is < 1 or > 10_000) throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "From 1 to 10,000.");
        return Days(7 * weeks, firstDay);
    }

    /// <summary>Periods of some days.</summary>
    /// <param name="days">How many.</param>
    /// <param name="firstDay">The first day of one of the periods.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no days, or more than 100,000.</exception>
    public static CalendarPeriod Days(int days, LocalDate firstDay)
    {
        if (days is < 1 or > 100_000) throw new ArgumentOutOfRangeException(nameof(days), days, "From 1 to 100,000.");
        return new(true, days, DayNumber.FromDate(firstDay));
    }

    /// <summary>The number of the period that a day lies in.</summary>
    public int NumberOf(LocalDate day)
    {
        if (_isDays) return NumberOf(DayNumber.FromDate(day));
        var date = day.WithCalendar(CalendarSystem.Iso);
        return Floor((date.Year * MonthsPerYear) + date.Month - 1 - MonthsPerYear - _anchor);
    }

    /// <summary>The first day of the period with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the years that NodaTime supports.</exception>
    public LocalDate StartOf(int number)
    {
        var units = ((long)number * (_lengthLessOne + 1)) + _anchor;
        if (_isDays) return DayNumber.ToDate(checked((int)units));
        var year = Math.DivRem(units, MonthsPerYear, out var month);
        if (month < 0) (year, month) = (year - 1, month + MonthsPerYear);
        return new LocalDate(checked((int)year) + 1, (int)month + 1, 1);
    }

    /// <summary>The last day of the period with a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period lies outside the years that NodaTime supports.</exception>
    public LocalDate EndOf(int number) => StartOf(number + 1).PlusDays(-1);

    /// <summary>The length and unit, in English.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{_lengthLessOne + 1} {(_isDays ? "day" : "month")}{(_lengthLessOne == 0 ? "" : "s")}");

    internal int NumberOf(int dayNumber) =>
        _isDays ? Floor((long)dayNumber - _anchor) : NumberOf(DayNumber.ToDate(dayNumber));

    private int Floor(long units)
    {
        var number = Math.DivRem(units, _lengthLessOne + 1, out var rest);
        return (int)(rest < 0 ? number - 1 : number);
    }
}
