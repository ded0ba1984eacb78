namespace Crm.Samples.Console.Analysis;

/// <summary>Whether the model that values customers is to be believed.</summary>
internal static class CalibrationSection
{
    public static string Of(ReportFigures figures)
    {
        const string Heading = "Can the forecast be trusted?";
        if (figures.Backtest is not { } test)
        {
            return ReportPage.Section(Heading, "The window is too short, or has too few repeat purchases, to hold a part of it back and compare.", "", "MBG/NBD (Batislam, Denizel and Filiztekin 2007).");
        }

        var rows = test.ByFrequency;
        var chart = new Chart(0, rows.Count, 0, rows.Max(r => Math.Max(r.Actual, r.Expected)), v => Html.Number(v, "0.##"), "Purchases a customer");
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            chart.Bar(i + 0.14, i + 0.48, row.Actual, "one", $"{row.Frequency} before: {Html.Number(row.Actual, "0.00")} came")
                .Bar(i + 0.52, i + 0.86, row.Expected, "two", $"{row.Frequency} before: {Html.Number(row.Expected, "0.00")} expected")
                .Label(i + 0.5, i == rows.Count - 1 && row.Frequency == 7 ? "7 +" : Html.Number(row.Frequency));
        }

        chart.Below($"Repeat purchases until {ReportPage.Day(test.CalibrationEnd)}");
        var miss = (test.ExpectedPurchases - test.ActualPurchases) / test.ExpectedPurchases;
        var sentence = $"A model that had seen only the purchases until {ReportPage.Day(test.CalibrationEnd)} expected {Html.Number(test.ExpectedPurchases)} in the {Html.Number(test.HoldoutDays)} days after; {Html.Number(test.ActualPurchases)} came"
            + (test.ActualPurchases > 0 ? $" ({Html.Percent(Math.Abs(miss))} {(miss < 0 ? "more" : "fewer")} than that)." : ".");

        return ReportPage.Section(
            Heading, sentence,
            "<ul class='legend'><li><i class='one'></i>purchases that came</li><li><i class='two'></i>purchases expected</li></ul>"
            + ReportPage.Figure(chart.ToSvg("Purchases in the holdout, by purchases before: those that came and those expected"))
            + Html.Figures("By purchases before", ["Purchases before", "Customers", "Came", "Expected"], rows.Select(r => new object?[] { Html.Number(r.Frequency), r.Customers, r.Actual, r.Expected })),
            $"MBG/NBD (Batislam, Denizel and Filiztekin 2007) fitted to {Html.Number(test.Customers)} customers of the first three fifths of the window{(test.Fit.Converged ? "" : "; the fit did not converge")}. Mean error {Html.Number(test.MeanAbsoluteError, "0.00")} purchases a customer, {Html.Number(test.NaiveMeanAbsoluteError, "0.00")} if everybody went on as before.");
    }
}
