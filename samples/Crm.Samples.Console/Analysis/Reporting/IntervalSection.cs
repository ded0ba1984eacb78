namespace Crm.Samples.Console.Analysis;

/// <summary>How long customers wait from one purchase to the next.</summary>
internal static class IntervalSection
{
    private const int Bars = 20;

    public static string Of(ReportFigures figures)
    {
        const string Heading = "From one purchase to the next";
        const string Source = "Days from one purchase day of a customer to the next, over all customers. Intervals that had not ended when the observation did are missing, so the true ones are somewhat longer.";
        if (figures.Interval is not { Intervals: > 0, MedianDays: { } median, Percentile90Days: { } late })
        {
            return ReportPage.Section(Heading, "Nobody has bought twice yet.", "", Source);
        }

        var days = Enumerable.Range(0, figures.Intervals.Count).SelectMany(figures.Intervals.IntervalsOf).ToArray();
        var width = Math.Max(1, (int)Math.Ceiling(1.5 * late / Bars));
        var counts = new int[Bars + 1];
        foreach (var interval in days)
        {
            counts[Math.Min(Bars, (interval - 1) / width)]++;
        }

        var chart = new Chart(0, Bars + 1, 0, counts.Max(), Html.Short, "Intervals");
        for (var i = 0; i <= Bars; i++)
        {
            var range = i == Bars ? $"more than {width * Bars} days" : $"{(i * width) + 1} to {(i + 1) * width} days";
            chart.Bar(i + 0.08, i + 0.92, counts[i], "one", $"{range}: {Html.Number(counts[i])}");
            if (i % 4 == 0 && i < Bars)
            {
                chart.Label(i, Html.Number(i * width));
            }
        }

        chart.Label(Bars + 0.3, "more").Mark(median / width, $"median {Html.Number(median)}").Mark(late / width, $"nine in ten: {Html.Number(late)}").Below("Days");
        return ReportPage.Section(
            Heading,
            $"Who buys again does so after {Html.Number(median)} days in half of the cases and within {Html.Number(late)} days in nine of ten; {Regularity(figures.Interval.GammaRegularity)}.",
            ReportPage.Figure(chart.ToSvg("How many intervals have how many days"))
            + Html.Figures("Intervals by length", ["Days", "Intervals"], counts.Select((c, i) => new object?[] { i == Bars ? $"more than {width * Bars}" : $"{(i * width) + 1}–{(i + 1) * width}", c })),
            Source);
    }

    private static string Regularity(double? k) => k switch
    {
        null => "nobody has bought often enough to say how regularly",
        < 1.2 => $"within a customer the intervals are as irregular as chance makes them (k = {Html.Number(k.Value, "0.0")})",
        < 3 => $"within a customer they are somewhat regular (k = {Html.Number(k.Value, "0.0")}; chance is 1)",
        _ => "within a customer they are regular, so a late purchase means something",
    };
}
