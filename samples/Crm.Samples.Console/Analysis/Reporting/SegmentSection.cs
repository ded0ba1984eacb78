namespace Crm.Samples.Console.Analysis;

/// <summary>Customers by recency, frequency and value.</summary>
internal static class SegmentSection
{
    public static string Of(ReportFigures figures)
    {
        var rfm = figures.Rfm;
        var revenue = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < rfm.Customers.Count; i++)
        {
            if (rfm.SegmentOf(i) is { } name)
            {
                revenue[name] = revenue.GetValueOrDefault(name) + (rfm.Revenues[i] / 10_000.0);
            }
        }

        var all = Math.Max(1e-9, revenue.Values.Sum());
        var rows = rfm.Segments.Where(s => s.Value > 0).Select(s => (Name: s.Key, Customers: s.Value, Share: s.Value / (double)rfm.Scored, Revenue: revenue.GetValueOrDefault(s.Key))).ToList();
        var chart = new Chart(0, rows.Count, Math.Min(0, rows.Min(r => r.Revenue / all)), rows.Max(r => Math.Max(r.Share, r.Revenue / all)), Html.Percent, "Share");
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            chart.Bar(i + 0.14, i + 0.48, row.Share, "one", $"{row.Name}: {Html.Percent(row.Share)} of customers")
                .Bar(i + 0.52, i + 0.86, row.Revenue / all, "two", $"{row.Name}: {Html.Percent(row.Revenue / all)} of revenue");
            var words = row.Name.Split(' ', 2);
            chart.Label(i + 0.5, words[0]);
            if (words.Length > 1)
            {
                chart.SecondLabel(i + 0.5, words[1]);
            }
        }

        var top = rows.MaxBy(r => r.Revenue);
        var leaving = rows.Where(r => r.Name is "Cannot lose" or "At risk").ToList();
        var sentence = $"{top.Name} are {Html.Percent(top.Share)} of the customers and {Html.Percent(top.Revenue / all)} of the revenue.";
        if (leaving.Count > 0)
        {
            sentence += $" {Html.Number(leaving.Sum(r => r.Customers))} customers who bought often or much, and are worth {figures.Money(leaving.Sum(r => r.Revenue))} so far, have not been seen for long (at risk, cannot lose).";
        }

        return ReportPage.Section(
            "Who the customers are",
            sentence,
            "<ul class='legend'><li><i class='one'></i>share of customers</li><li><i class='two'></i>share of revenue</li></ul>"
            + ReportPage.Figure(chart.ToSvg("Share of customers and of revenue of every segment"))
            + Html.Figures("Segments", ["Segment", "Customers", "Share", "Revenue", "Share of revenue"], rows.Select(r => new object?[] { r.Name, r.Customers, Html.Percent(r.Share), r.Revenue, Html.Percent(r.Revenue / all) })),
            $"Scores 1 to 5 for recency, orders and revenue by rank, as of {ReportPage.Day(rfm.AsOf)}; segments are named by recency and frequency.");
    }
}
