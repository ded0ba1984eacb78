using System.Globalization;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads and writes recurrence rules as iCalendar does.</summary>
internal static class RecurrenceText
{
    private static readonly string[] s_days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static string Of(RecurrenceRule rule)
    {
        var parts = new List<string> { $"FREQ={rule.Frequency.ToString().ToUpperInvariant()}" };
        Add("UNTIL", rule.Until?.ToString());
        Add("COUNT", rule.Count?.ToString(CultureInfo.InvariantCulture));
        Add("INTERVAL", rule.Interval == 1 ? null : rule.Interval.ToString(CultureInfo.InvariantCulture));
        Add("BYMONTH", Numbers(rule.Months));
        Add("BYMONTHDAY", Numbers(rule.MonthDays));
        Add("BYDAY", rule.Days.Count == 0 ? null : string.Join(',', rule.Days.Select(DayText)));
        Add("BYSETPOS", Numbers(rule.Positions));
        Add("WKST", rule.WeekStart == IsoDayOfWeek.Monday ? null : DayText(new(rule.WeekStart)));
        return string.Join(';', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={value}");
            }
        }
    }

    public static RecurrenceRule? Parse(string text, out string problem)
    {
        problem = $"A recurrence rule of at most {RecurrenceRule.MaxLength} characters was expected, such as FREQ=WEEKLY;BYDAY=MO.";
        if (text.Length > RecurrenceRule.MaxLength)
        {
            return null;
        }

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
        {
            if (part.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } value] || !parts.TryAdd(name.ToUpperInvariant(), value.ToUpperInvariant()))
            {
                return null;
            }
        }

        try
        {
            if (!parts.Remove("FREQ", out var frequency) || Frequency(frequency) is not { } every)
            {
                problem = "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.";
                return null;
            }

            var rule = new RecurrenceRule(every)
            {
                Interval = Take(parts, "INTERVAL", Number) ?? 1,
                Count = Take(parts, "COUNT", Number),
                Until = parts.Remove("UNTIL", out var until) ? RecurrenceEnd.TryParse(until) ?? throw new FormatException($"UNTIL={until} is no day and no time.") : null,
                Months = List(parts, "BYMONTH", Number),
                MonthDays = List(parts, "BYMONTHDAY", Number),
                Days = List(parts, "BYDAY", Day),
                Positions = List(parts, "BYSETPOS", Number),
                WeekStart = parts.Remove("WKST", out var weekStart) ? Day(weekStart).Day : IsoDayOfWeek.Monday,
            };
            problem = parts.Count > 0 ? $"{string.Join(", ", parts.Keys.Order(StringComparer.Ordinal))} cannot be followed." : rule.Problem() ?? string.Empty;
            return problem.Length == 0 ? rule : null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            problem = wrong.Message;
            return null;
        }
    }

    private static RecurrenceFrequency? Frequency(string text) => text switch
    {
        "DAILY" => RecurrenceFrequency.Daily,
        "WEEKLY" => RecurrenceFrequency.Weekly,
        "MONTHLY" => RecurrenceFrequency.Monthly,
        "YEARLY" => RecurrenceFrequency.Yearly,
        _ => null,
    };

    private static T? Take<T>(Dictionary<string, string> parts, string name, Func<string, T> read)
        where T : struct => parts.Remove(name, out var text) ? read(text) : null;

    private static List<T> List<T>(Dictionary<string, string> parts, string name, Func<string, T> read) =>
        parts.Remove(name, out var text) ? [.. text.Split(',').Select(read)] : [];

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static RecurrenceDay Day(string text)
    {
        var day = text.Length < 2 ? -1 : Array.IndexOf(s_days, text[^2..]);
        var ordinal = text.Length == 2 ? 0 : Number(text[..^2]);
        return day < 0 || (text.Length > 2 && ordinal == 0)
            ? throw new FormatException($"{text} is no day of the week, such as MO or -1FR.")
            : new((IsoDayOfWeek)(day + 1), ordinal);
    }

    private static string DayText(RecurrenceDay day) =>
        (day.Ordinal == 0 ? string.Empty : day.Ordinal.ToString(CultureInfo.InvariantCulture)) + s_days[(int)day.Day - 1];

    private static string? Numbers(IReadOnlyList<int> numbers) => numbers.Count == 0 ? null : string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
