using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>How the calendar is cut: <c>--period day|week|month|quarter|year</c>, or several days, weeks or months such as <c>4weeks</c>.</summary>
internal static partial class PeriodOption
{
    private static readonly LocalDate s_monday = new(1970, 1, 5);

    public static Option<string> Create() =>
        new("--period") { Description = "day, week (from Monday), month, quarter or year; several as 4weeks, 10days, 2months", DefaultValueFactory = _ => "month" };

    public static CalendarPeriod ReadPeriod(this Run run, Option<string> option)
    {
        var text = (run.Get(option) ?? "").ToLowerInvariant();
        var match = Text().Match(text);
        var count = match.Groups["count"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 1;
        if (!match.Success || count < 1)
        {
            throw CommandFailure.Usage($"--period {text}: there is day, week, month, quarter, year, or several as 4weeks.");
        }

        return match.Groups["unit"].Value switch
        {
            "day" => CalendarPeriod.Days(count, s_monday),
            "week" => CalendarPeriod.Weeks(count, s_monday),
            "quarter" => CalendarPeriod.Months(3 * count),
            "year" => CalendarPeriod.Months(12 * count),
            _ => CalendarPeriod.Months(count),
        };
    }

    [GeneratedRegex("^(?<count>[0-9]{1,2})?(?<unit>day|week|month|quarter|year)s?$")]
    private static partial Regex Text();
}
