using System.Globalization;

namespace Crm.Samples.Console.Analysis;

/// <summary>Revenue over time, with trend and season, and the week.</summary>
internal static class RevenueSection
{
    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string Of(ReportFigures figures)
    {
        var (months, values) = (figures.Months, figures.Months.Values);
        if (values.Length == 0)
        {
            return ReportPage.Section("Revenue over time", "No calendar month was observed from its first day to its last.", Week(figures), Source(figures));
        }

        var chart = new Chart(0, values.Length, Math.Min(0, values.Min()), values.Max(), Html.Short, figures.Currency is null ? "Revenue a month" : $"Revenue a month ({figures.Currency})");
        var every = Math.Max(1, (values.Length + 11) / 12);
        for (var i = 0; i < values.Length; i++)
        {
            chart.Bar(i + 0.12, i + 0.88, values[i], months.Stl is null ? "one" : "pale", $"{Month(figures, i)}: {figures.Money(values[i])}");
            if (i % every == 0)
            {
                chart.Label(i + 0.5, months.StartOf!(i).ToString("MMM yy", CultureInfo.InvariantCulture));
            }
        }

        if (months.Stl is { } parts)
        {
            chart.Line(parts.Trend.Select((t, i) => (i + 0.5, t!.Value)), "one");
        }

        var table = Html.Figures("Revenue by month", ["Month", "Revenue"], values.Select((v, i) => new object?[] { Month(figures, i), v }));
        return ReportPage.Section(
            "Revenue over time", Sentence(figures),
            ReportPage.Figure(chart.ToSvg("Revenue of every whole month")) + table + Week(figures), Source(figures));
    }

    private static string Sentence(ReportFigures figures)
    {
        var (values, months) = (figures.Months.Values, figures.Months);
        var best = Array.IndexOf(values, values.Max());
        var sentence = best == values.Length - 1
            ? $"The best month was the last whole one, {Month(figures, best)}, with {figures.Money(values[best])}."
            : $"The best month was {Month(figures, best)} with {figures.Money(values[best])}; the last whole month, {Month(figures, values.Length - 1)}, brought {figures.Money(values[^1])}.";
        if (months.Stl is { Figure: { } season } parts)
        {
            var peak = Enumerable.Range(0, season.Count).MaxBy(i => season[i]);
            sentence += $" The line is the trend; a month like {months.StartOf!(peak).ToString("MMMM", CultureInfo.InvariantCulture)} brings {figures.Money(season[peak])} more than it, and the season explains {Html.Percent(parts.SeasonalStrength)} of what is not trend.";
        }
        else
        {
            sentence += " Fewer than two whole years were observed, so a season of the year cannot be told from chance.";
        }

        return sentence;
    }

    // Without two weeks there is no week to speak of.
    private static string Week(ReportFigures figures)
    {
        var days = figures.Days;
        if (days.Classical is null)
        {
            return "";
        }

        var (sums, counts) = (new double[7], new int[7]);
        for (var i = 0; i < days.Values.Length; i++)
        {
            var weekday = (int)days.StartOf!(i).DayOfWeek - 1;
            (sums[weekday], counts[weekday]) = (sums[weekday] + days.Values[i], counts[weekday] + 1);
        }

        var means = sums.Select((s, i) => counts[i] == 0 ? 0 : s / counts[i]).ToArray();
        var chart = new Chart(0, 7, Math.Min(0, means.Min()), means.Max(), Html.Short, "Mean revenue a day");
        for (var i = 0; i < 7; i++)
        {
            chart.Bar(i + 0.2, i + 0.8, means[i], "one", $"{s_weekdays[i]}: {figures.Money(means[i])}").Label(i + 0.5, s_weekdays[i]);
        }

        var (best, worst) = (Array.IndexOf(means, means.Max()), Array.IndexOf(means, means.Min()));
        return $"<p class='lead'>{Html.Text($"Of the week, {s_weekdays[best]} brings most ({figures.Money(means[best])} a day) and {s_weekdays[worst]} least ({figures.Money(means[worst])}).")}</p>"
            + ReportPage.Figure(chart.ToSvg("Mean revenue of every day of the week"));
    }

    private static string Month(ReportFigures figures, int i) => figures.Months.StartOf!(i).ToString("MMM uuuu", CultureInfo.InvariantCulture);

    private static string Source(ReportFigures figures) =>
        $"Sums of amounts, returns {(figures.Summaries.Returns == Crm.Analytics.Purchases.ReturnPolicy.Net ? "taken off" : "left out")}; whole months only. Trend and season by loess (STL, Cleveland et al. 1990).";
}
