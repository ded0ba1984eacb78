using Crm.Analytics.Survival;

namespace Crm.Samples.Console.Analysis;

/// <summary>How long customers stay.</summary>
internal static class SurvivalSection
{
    public static string Of(ReportFigures figures)
    {
        var (curve, silence) = (figures.Survival, figures.Lifetimes.SilenceDays);
        var last = curve.Times.Length == 0 ? 1 : Math.Max(1, curve.Times[^1]);
        var (line, band) = Steps(curve);
        var chart = new Chart(0, last, 0, 1, Html.Percent, "Customers who stay")
            .Band(band, "band").Line(line, "one").Below("Days since the first purchase");
        var step = Chart.Step(last);
        for (var day = 0d; day <= last; day += step)
        {
            chart.Label(day, Html.Number(day));
        }

        var half = last / 2;
        var (middle, median) = (curve.At(half), curve.Median.Value);
        var sentence = $"After {Html.Number(half)} days {Html.Percent(middle.Value ?? double.NaN)} of the customers are still there ({Html.Percent(middle.Lower ?? double.NaN)} to {Html.Percent(middle.Upper ?? double.NaN)})"
            + (median is { } known ? $"; half have left after {Html.Number(known)} days." : "; fewer than half have left so far.");
        return ReportPage.Section(
            "How long customers stay", sentence,
            ReportPage.Figure(chart.ToSvg("Share of customers who are still there by days since their first purchase"))
            + Html.Figures("Survival", ["Days", "Still there", "From", "To"], Enumerable.Range(0, 11).Select(i => last * i / 10).Select(d => (d, At: curve.At(d)))
                .Select(r => new object?[] { Html.Number(r.d), Html.Percent(r.At.Value ?? double.NaN), Html.Percent(r.At.Lower ?? double.NaN), Html.Percent(r.At.Upper ?? double.NaN) })),
            $"Kaplan–Meier with 95 % intervals. A customer has left after {Html.Number(silence)} days without a purchase; who bought once and never again leaves at the end of them, hence the step. {Html.Number(figures.Lifetimes.Sample.Events)} of {Html.Number(figures.Lifetimes.Sample.Count)} have left.");
    }

    private static (List<(double, double)> Line, List<(double, double, double)> Band) Steps(KaplanMeier curve)
    {
        var (line, band) = (new List<(double, double)> { (0, 1) }, new List<(double, double, double)> { (0, 1, 1) });
        var (survival, lower, upper) = (1.0, 1.0, 1.0);
        for (var i = 0; i < curve.Times.Length; i++)
        {
            line.Add((curve.Times[i], survival));
            band.Add((curve.Times[i], lower, upper));
            (survival, lower, upper) = (curve.Survival[i], curve.Lower[i], curve.Upper[i]);
            line.Add((curve.Times[i], survival));
            band.Add((curve.Times[i], lower, upper));
        }

        return (line, band);
    }
}
