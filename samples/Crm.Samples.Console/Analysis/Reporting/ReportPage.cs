using System.Globalization;
using System.Text;
using NodaTime;

namespace Crm.Samples.Console.Analysis;

/// <summary>The report as one page that needs nothing else: no script, no picture, no font of anywhere.</summary>
internal static class ReportPage
{
    public static string Of(ReportFigures figures, string title)
    {
        string[] sections =
        [
            RevenueSection.Of(figures), IntervalSection.Of(figures), SegmentSection.Of(figures), ConcentrationSection.Of(figures), RetentionSection.Of(figures), SurvivalSection.Of(figures),
            CalibrationSection.Of(figures), .. Offers(figures), CustomerSections.Best(figures), CustomerSections.Overdue(figures),
        ];
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'>");
        page.Append("<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Html.Text(title)}</title><style>{ReportStyle.Css}</style></head><body><main>");
        page.Append(CultureInfo.InvariantCulture, $"<header><h1>{Html.Text(title)}</h1><p>{Html.Text(figures.Source)}, {Day(figures.Window.First)} to {Day(figures.Window.Through)}.</p>{Tiles(figures)}</header>");
        page.AppendJoin('\n', sections);
        page.Append(CultureInfo.InvariantCulture, $"<footer><p>{Html.Text(Footer(figures))}</p></footer></main></body></html>\n");
        return page.ToString();
    }

    public static string Day(LocalDate? day) => day is { } known ? known.ToString("d MMM uuuu", CultureInfo.InvariantCulture) : "–";

    /// <summary>A part of the page: what it is about, the sentence that says what is seen, the picture, and where the figures come from.</summary>
    public static string Section(string heading, string sentence, string body, string source) =>
        $"<section><h2>{Html.Text(heading)}</h2><p class='lead'>{Html.Text(sentence)}</p>{body}<p class='source'>{Html.Text(source)}</p></section>";

    public static string Figure(string svg) => $"<figure>{svg}</figure>";

    private static string[] Offers(ReportFigures figures) => figures.Log.Products.Count == 0 ? [] : [OfferSections.Together(figures), OfferSections.Next(figures)];

    private static string Tiles(ReportFigures figures)
    {
        var (total, repeat) = (figures.Summaries.Total(), 0);
        foreach (var frequency in figures.Summaries.Frequencies)
        {
            repeat += frequency > 0 ? 1 : 0;
        }

        (string Value, string Name)[] tiles =
        [
            (figures.Money((double)total.Revenue), "revenue"),
            (Html.Number(total.Customers), "customers"),
            (Html.Number(total.PurchaseDays), "purchases"),
            (Html.Percent(repeat / (double)Math.Max(1, total.Customers)), "bought again"),
            (figures.SeesNobodyLeave ? "not known" : Html.Number(figures.Value.Total(figures.Value.Model.ProbabilityAlive)), "customers still active (expected)"),
            (figures.Money(figures.Value.Total(figures.Value.Values)), "expected of them in a year"),
        ];
        return $"<dl class='tiles'>{string.Concat(tiles.Select(t => $"<div><dt>{Html.Text(t.Name)}</dt><dd>{Html.Text(t.Value)}</dd></div>"))}</dl>";
    }

    private static string Footer(ReportFigures figures)
    {
        var left = new List<string>();
        if (figures.Input.RowsWithoutCustomer > 0)
        {
            left.Add(FormattableString.Invariant($"{figures.Input.RowsWithoutCustomer:#,0} rows without a customer"));
        }

        if (figures.Input.ReturnsLeftOut > 0)
        {
            left.Add(FormattableString.Invariant($"{figures.Input.ReturnsLeftOut:#,0} returns"));
        }

        if (figures.Input.RowsBelowMinPrice > 0)
        {
            left.Add(FormattableString.Invariant($"{figures.Input.RowsBelowMinPrice:#,0} rows below the least price"));
        }

        return FormattableString.Invariant($"{figures.Input.RowsRead:#,0} rows read")
            + (left.Count > 0 ? $", of which left out: {string.Join(", ", left)}. " : ". ")
            + "A purchase is a day on which a customer bought. Computed by Crm.Analytics as of " + Day(figures.Window.Through) + "; the same rows and the same day give the same page.";
    }
}
