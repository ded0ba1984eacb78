using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Input;

/// <summary>Reads the cells of a row; a failure names file, row and column.</summary>
internal static class Cells
{
    private const decimal Largest = 900_000_000_000_000m;

    private static readonly LocalDatePattern[] s_dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd"),
        LocalDatePattern.CreateWithInvariantCulture("uuuu/MM/dd"),
    ];

    /// <summary>A day: ISO, <c>yyyymmdd</c> or <c>yyyy/mm/dd</c>; of a timestamp, the calendar date as written.</summary>
    public static LocalDate Day(this DelimitedText row, string name)
    {
        var text = row.Required(name);
        return ParseDay(text) ?? throw row.Bad(name, "DateInvalid", $"{text} is no date such as 1997-09-30.");
    }

    /// <summary>A number with a decimal point; null when the cell is empty.</summary>
    public static decimal? Number(this DelimitedText row, string name)
    {
        if (row.Text(name) is not { } text)
        {
            return null;
        }

        return ParseNumber(text) ?? throw row.Bad(name, "NumberInvalid", $"{text} is no number such as 12.5.");
    }

    public static LocalDate? ParseDay(string text)
    {
        var end = text.AsSpan().IndexOfAny('T', ' ');
        if (end > 0)
        {
            if (text.Length <= end + 1 || !char.IsAsciiDigit(text[end + 1]))
            {
                return null;
            }

            text = text[..end];
        }

        foreach (var pattern in s_dates)
        {
            if (pattern.Parse(text).TryGetValue(default, out var day))
            {
                return day;
            }
        }

        return null;
    }

    public static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest ? number : null;
}
