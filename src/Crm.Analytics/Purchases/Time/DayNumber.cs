using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>Calendar dates as counts of days, the form in which columns hold them.</summary>
/// <remarks>Day 0 is 1970-01-01 in the ISO calendar; earlier days are negative.</remarks>
public static class DayNumber
{
    private static readonly LocalDate _epoch = new(1970, 1, 1);

    /// <summary>The number of days from 1970-01-01 to the date. Dates of other calendars count by the same physical day.</summary>
    public static int FromDate(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso) date = date.WithCalendar(CalendarSystem.Iso);
        // Days from a civil date (H. Hinnant, "chrono-compatible low-level date algorithms"): years start in March,
        // so that the leap day is the last of its year.
        var year = date.Month <= 2 ? date.Year - 1 : date.Year;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var month = date.Month > 2 ? date.Month - 3 : date.Month + 9;
        var dayOfYear = (((153 * month) + 2) / 5) + date.Day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468;
    }

    /// <summary>The ISO date of a day number.</summary>
    /// <exception cref="OverflowException">The day lies outside the years that NodaTime supports.</exception>
    public static LocalDate ToDate(int dayNumber) => _epoch.PlusDays(dayNumber);
}
