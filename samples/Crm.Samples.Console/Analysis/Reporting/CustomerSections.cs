namespace Crm.Samples.Console.Analysis;

/// <summary>The customers to know: of most value, and about to leave.</summary>
internal static class CustomerSections
{
    private const int Rows = 15;

    /// <summary>The keys of the customers that are named.</summary>
    public static IEnumerable<string> Listed(ReportFigures figures) =>
        ByValue(figures).Take(Rows).Concat(Late(figures).Take(Rows)).Distinct().Select(i => figures.Summaries.Customers[i].ToString())
            .Concat(OfferSections.Listed(figures).Select(i => figures.NextProducts.Customers[i].ToString())).Distinct(StringComparer.Ordinal);

    public static string Best(ReportFigures figures)
    {
        var (value, order) = (figures.Value, ByValue(figures));
        var total = value.Total(value.Values);
        var tenth = order.Take(Math.Max(1, order.Count / 10)).Sum(i => value.Values[i]);
        return ReportPage.Section(
            "Customers of most value to come",
            order.Count == 0 || !(total > 0)
                ? "What customers will spend is not known, because nobody has a repeat purchase of any value."
                : $"The best tenth of the customers is expected to bring {Html.Percent(tenth / total)} of the {figures.Money(total)} of the next year." + Staying(figures),
            Html.Table($"The first {Math.Min(Rows, order.Count)}", ["Customer", "Still a customer", "Purchases in a year", "Spend a purchase", "Value", "Paid so far", "Last", "Next"], order.Take(Rows).Select(i => new object?[]
            {
                Name(figures, i), Html.Percent(value.Model.ProbabilityAlive[i]), Html.Number(value.Expected[i], "0.0"), Html.Number(value.Spend.Expected[i], "#,0.00"),
                figures.Money(value.Values[i]), figures.Money(figures.Summaries.Totals[i] / 10_000.0), ReportPage.Day(figures.Summaries[i].LastDay), ReportPage.Day(value.Forecast(i)?.Expected),
            })),
            $"MBG/NBD for purchases and Gamma–Gamma for spend (Fader, Hardie and Lee 2005), a year ahead, discounted by 10 % a year{(value.Model.Converged ? "" : "; the fit did not converge")}.");
    }

    public static string Overdue(ReportFigures figures)
    {
        var late = Late(figures);
        var worth = late.Sum(i => figures.Summaries.Totals[i] / 10_000.0);
        return ReportPage.Section(
            "Overdue: worth a call",
            late.Count == 0
                ? "Nobody who bought twice is overdue."
                : $"{Html.Number(late.Count)} customers who had bought before have not come when they were expected; they paid {figures.Money(worth)} so far. First those who may still be won: paid much, and probably not gone.",
            Html.Table($"The first {Math.Min(Rows, late.Count)}", ["Customer", "Usual interval", "Last", "Expected by", "Days overdue", "Still a customer", "Paid so far"], late.Take(Rows).Select(i => new object?[]
            {
                Name(figures, i), $"{Html.Number(figures.Next[i]!.Value.ExpectedDays)} days", ReportPage.Day(figures.Next[i]!.Value.LastDay), ReportPage.Day(figures.Next[i]!.Value.Latest),
                Html.Number(figures.Next[i]!.Value.DaysOverdue), Html.Percent(figures.Value.Model.ProbabilityAlive[i]), figures.Money(figures.Summaries.Totals[i] / 10_000.0),
            })),
            "Expected by: nine of ten next purchases come by then, if the customer comes again; from the customer's own intervals and, the fewer they are, those of others. Customers with one purchase are not listed.");
    }

    // A model that sees nobody leave would be read as a finding.
    private static string Staying(ReportFigures figures) => figures.SeesNobodyLeave
        ? " In so short a window customers who have left cannot be told from those who wait: the forecast takes nearly all for customers still, so it is the upper end of what to expect."
        : "";

    private static List<int> ByValue(ReportFigures figures) =>
        [.. Enumerable.Range(0, figures.Value.Values.Length).Where(i => double.IsFinite(figures.Value.Values[i])).OrderByDescending(i => figures.Value.Values[i]).ThenBy(i => i)];

    private static List<int> Late(ReportFigures figures) =>
    [
        .. Enumerable.Range(0, figures.Next.Length).Where(i => figures.Next[i] is { IsOverdue: true, Intervals: > 0 })
            .OrderByDescending(i => figures.Value.Model.ProbabilityAlive[i] * Math.Max(0, figures.Summaries.Totals[i])).ThenBy(i => i),
    ];

    private static string Name(ReportFigures figures, int customer) => figures.Names.GetValueOrDefault(figures.Summaries.Customers[customer].ToString(), figures.Summaries.Customers[customer].ToString());
}
