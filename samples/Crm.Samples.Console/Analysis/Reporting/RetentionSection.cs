using System.Globalization;
using System.Text;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Which customers come back, by the period of their first purchase.</summary>
internal static class RetentionSection
{
    private const int MaximumAges = 18;

    public static string Of(ReportFigures figures)
    {
        var table = figures.Retention;
        var period = table.Period == CalendarPeriod.Week ? "week" : table.Period == CalendarPeriod.Month ? "month" : table.Period == CalendarPeriod.Quarter ? "quarter" : "year";
        var ages = Math.Min(table.Periods, MaximumAges);
        var highest = Enumerable.Range(0, table.Periods).SelectMany(c => Enumerable.Range(1, Math.Max(0, table.Ages(c) - 1)).Select(a => table.Retention(c, a) ?? 0)).Append(0.01).Max();
        var heat = new StringBuilder($"<div class='scroll'><table class='heat'><caption>Share of a {period}'s new customers who bought again so many {period}s later</caption><thead><tr><th scope='col'>First bought</th><th scope='col'>Customers</th>");
        for (var age = 1; age < ages; age++)
        {
            heat.Append(CultureInfo.InvariantCulture, $"<th scope='col'>{age}</th>");
        }

        heat.Append("</tr></thead><tbody>");
        for (var cohort = 0; cohort < table.Periods; cohort++)
        {
            if (table.Size(cohort) == 0)
            {
                continue;
            }

            heat.Append(CultureInfo.InvariantCulture, $"<tr><th scope='row'>{Html.Text(Name(table.StartOf(cohort), period))}</th><td style='--shade:0'>{Html.Number(table.Size(cohort))}</td>");
            for (var age = 1; age < Math.Min(ages, table.Ages(cohort)); age++)
            {
                var share = table.Retention(cohort, age) ?? 0;
                var shade = 0.06 + (0.9 * share / highest);
                heat.Append(CultureInfo.InvariantCulture, $"<td style='--shade:{shade:0.##}'{(shade > 0.6 ? " class='deep'" : "")}>{Html.Number(100 * share)}</td>");
            }

            heat.Append("</tr>");
        }

        heat.Append("</tbody></table></div>");
        return ReportPage.Section(
            "Who comes back", Sentence(figures, period), heat.ToString(),
            $"Percent of customers with a purchase in the {period}; returns are none.{(table.LastPeriodIsPartial ? $" The last {period} was not observed to its end, so the last cell of every row may still grow." : "")}");
    }

    private static string Sentence(ReportFigures figures, string period)
    {
        var table = figures.Retention;
        var known = Enumerable.Range(1, Math.Max(0, table.Periods - (table.LastPeriodIsPartial ? 2 : 1))).Where(a => table.Retention(a) is not null).ToList();
        return known.Count == 0
            ? $"No {period} after the first was observed to its end yet."
            : $"Of all new customers {Html.Percent(table.Retention(known[0])!.Value)} bought again in the {period} after their first, and {Html.Percent(table.Retention(known[known.Count / 2])!.Value)} in the {Ordinal(known[known.Count / 2])} {period} after it.";
    }

    private static string Name(NodaTime.LocalDate start, string period) => period switch
    {
        "month" => start.ToString("MMM uuuu", CultureInfo.InvariantCulture),
        "quarter" => FormattableString.Invariant($"Q{((start.Month - 1) / 3) + 1} {start.Year}"),
        "year" => FormattableString.Invariant($"{start.Year}"),
        _ => ReportPage.Day(start),
    };

    private static string Ordinal(int number) => FormattableString.Invariant($"{number}{(number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");
}
