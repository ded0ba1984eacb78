namespace Crm.Samples.Console.Analysis;

/// <summary>How profit is spread over customers: the whale curve.</summary>
internal static class ConcentrationSection
{
    private const int Points = 200;

    public static string Of(ReportFigures figures)
    {
        var (profit, curve) = (figures.Profit, figures.Profit.Concentration);
        var what = profit.CostsAreKnown ? "profit" : "revenue";
        if (curve.Count == 0 || curve.Total <= 0)
        {
            return ReportPage.Section("Who brings it", $"There is no {what} to be spread over customers.", "", Source(what));
        }

        var total = (double)curve.Total;
        var steps = Enumerable.Range(0, Points + 1).Select(i => (int)((long)i * curve.Count / Points)).Distinct().ToList();
        var shares = steps.ConvertAll(n => (X: n / (double)curve.Count, Y: n == 0 ? 0 : curve.Cumulative[n - 1] / 10_000.0 / total));
        var chart = new Chart(0, 1, Math.Min(0, shares.Min(s => s.Y)), Math.Max(1, shares.Max(s => s.Y)), Html.Percent, $"Share of all {what}");
        chart.Line(shares, "one").Below("Share of customers, the best first");
        foreach (var place in (double[])[0.2, 0.4, 0.6, 0.8])
        {
            chart.Label(place, Html.Percent(place));
        }

        var peak = curve.Positive / (double)curve.Count;
        if (curve.Negative > 0)
        {
            chart.Dot(peak, (double)curve.Peak / total, "two", $"Peak: {Html.Percent(peak)} of customers bring {Html.Percent((double)curve.Peak / total)}");
        }

        decimal[] tops = [0.01m, 0.05m, 0.1m, 0.2m, 0.5m];
        var sentence = $"The best tenth of customers brings {Html.Percent(curve.ShareOfTop(0.1m) ?? 0)} of the {what}, the best half {Html.Percent(curve.ShareOfTop(0.5m) ?? 0)}.";
        if (curve.Negative > 0)
        {
            sentence += $" {Html.Number(curve.Negative)} customers cost more than they bring, {figures.Money((double)(curve.Peak - curve.Total))} together.";
        }

        return ReportPage.Section(
            "Who brings it",
            sentence,
            ReportPage.Figure(chart.ToSvg($"Cumulative share of {what} over customers, the best first"))
            + Html.Figures(
                $"Share of {what}", ["Best customers", "Customers", "Share"],
                tops.Select(top => new object?[] { Html.Percent((double)top), (int)Math.Ceiling((double)top * curve.Count), Html.Percent(curve.ShareOfTop(top) ?? 0) })),
            Source(what) + (curve.Gini is { } gini ? $" Gini {Html.Number(gini, "0.000")}." : ""));
    }

    private static string Source(string what) => what == "profit"
        ? "Profit is sales less returns and cost of goods; what serving customers costs is in crm analyze profit."
        : "No cost of goods is known, so revenue less returns stands for profit.";
}
