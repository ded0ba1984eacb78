using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>Dates of birth as address books write them.</summary>
internal static class ImportDates
{
    private static readonly LocalDatePattern[] s_patterns =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu/M/d"),
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
    ];

    /// <summary>
    /// Reads ISO, <c>yyyymmdd</c>, <c>yyyy/m/d</c>, <c>d.m.yyyy</c>, a time after any of them, and <c>m/d/yyyy</c> or <c>d/m/yyyy</c>
    /// where the numbers or the file say which.
    /// </summary>
    /// <returns>The date; null where the text says "none" (zeros) or leaves the year out.</returns>
    /// <exception cref="FormatException">The text is no date, or one of two dates.</exception>
    public static LocalDate? Parse(string text, bool? daysFirst)
    {
        var date = text.Split([' ', 'T'], 2)[0];
        if (date.StartsWith("--", StringComparison.Ordinal) || date.StartsWith("0/0/", StringComparison.Ordinal) || date.StartsWith("0000", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var pattern in s_patterns)
        {
            if (pattern.Parse(date).TryGetValue(default, out var day))
            {
                return day;
            }
        }

        var parts = date.Split('/', '-');
        if (parts.Length != 3 || !TryNumber(parts[0], out var first) || !TryNumber(parts[1], out var second) || parts[2].Length != 4 || !TryNumber(parts[2], out var year))
        {
            throw new FormatException($"{text} is no date such as 1997-09-30.");
        }

        if (first <= 12 && second <= 12 && first != second && daysFirst is null)
        {
            throw new FormatException($"{text} may be two dates. Say whether days or months come first.");
        }

        var daysLead = first > 12 || (second <= 12 && daysFirst == true);
        return OfParts(year, daysLead ? second : first, daysLead ? first : second, text);
    }

    /// <summary>Reads a date in three cells; null where one is missing.</summary>
    /// <exception cref="FormatException">The cells are no date.</exception>
    public static LocalDate? OfParts(string? year, string? month, string? day)
    {
        var text = $"{year}-{month}-{day}";
        return year is null || month is null || day is null ? null
            : TryNumber(year, out var y) && TryNumber(month, out var m) && TryNumber(day, out var d) ? OfParts(y, m, d, text)
            : throw new FormatException($"{text} is no date such as 1997-09-30.");
    }

    private static LocalDate OfParts(int year, int month, int day, string text) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : throw new FormatException($"{text} is no date such as 1997-09-30.");

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
