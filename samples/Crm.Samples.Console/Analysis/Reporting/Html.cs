using System.Globalization;
using System.Net;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>Text in a page: whatever a source holds is text, never markup.</summary>
internal static class Html
{
    public static string Text(string? text) => WebUtility.HtmlEncode(PlainText.Line(text));

    public static string Number(double value, string format = "#,0") => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    public static string Percent(double share) => double.IsFinite(share) ? share.ToString(share is > 0 and < 0.1 ? "0.0 %" : "0 %", CultureInfo.InvariantCulture) : "–";

    /// <summary>Amounts and counts in few characters.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 1e9 => Number(value / 1e9, "0.##") + " bn",
        >= 1e6 => Number(value / 1e6, "0.##") + " m",
        >= 1e4 => Number(value / 1e3, "0.#") + " k",
        >= 10 or 0 => Number(value),
        _ => Number(value, "0.###"),
    };

    /// <summary>A table; cells that are numbers stand right.</summary>
    public static string Table(string caption, IEnumerable<string> columns, IEnumerable<object?[]> rows)
    {
        var cells = rows.Select(r => r.Select(Cell).ToList()).ToList();
        var head = string.Concat(columns.Select((c, i) => $"<th scope='col'{(cells.Exists(r => r[i].StartsWith("<td class='number'", StringComparison.Ordinal)) ? " class='number'" : "")}>{Text(c)}</th>"));
        var body = string.Concat(cells.Select(r => $"<tr>{string.Concat(r)}</tr>"));
        return $"<div class='scroll'><table><caption>{Text(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>";
    }

    /// <summary>The figures of a picture as a table that opens.</summary>
    public static string Figures(string caption, IEnumerable<string> columns, IEnumerable<object?[]> rows) =>
        $"<details><summary>The figures</summary>{Table(caption, columns, rows)}</details>";

    private static string Cell(object? value, int column) => (value, column) switch
    {
        (null, _) => "<td></td>",
        (string text, 0) => $"<th scope='row'>{Text(text)}</th>",
        (string text, _) => $"<td class='{(text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '–') ? "number" : "text")}'>{Text(text)}</td>",
        (double number, _) => $"<td class='number'>{Number(number, Math.Abs(number) >= 100 ? "#,0" : "#,0.##")}</td>",
        (IFormattable number, _) => $"<td class='number'>{Text(number.ToString(null, CultureInfo.InvariantCulture))}</td>",
        _ => $"<td>{Text(value.ToString())}</td>",
    };
}
