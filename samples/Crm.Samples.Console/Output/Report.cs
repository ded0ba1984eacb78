using System.Globalization;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Crm.Samples.Console.Output;

/// <summary>A page for people.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private static readonly Style s_heading = new(decoration: Decoration.Bold);

    public Report Heading(string text)
    {
        console.Write(new Text(PlainText.Line(text), s_heading));
        console.WriteLine();
        return this;
    }

    public Report Line(string? text = null)
    {
        console.WriteLine(PlainText.Of(text));
        return this;
    }

    /// <summary>Lines that are read by programs too: nothing is folded.</summary>
    public Report Lines(IEnumerable<string> lines)
    {
        var writer = console.Profile.Out.Writer;
        foreach (var line in lines)
        {
            writer.WriteLine(PlainText.Of(line));
        }

        return this;
    }

    /// <summary>Names and values in two columns; what is not known is left out.</summary>
    public Report Fields(params IEnumerable<(string Name, object? Value)> fields)
    {
        var known = fields.Where(f => f.Value is not null).ToList();
        var width = known.Select(f => f.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, value) in known)
        {
            var lines = Show(value).Split('\n');
            console.WriteLine($"{name.PadRight(width)}  {string.Join("\n" + new string(' ', width + 2), lines)}");
        }

        return this;
    }

    public Report Table(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return Line("(none)");
        }

        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(new Text(columns[i], s_heading));
            table.AddColumn(all.TrueForAll(r => r[i] is null or int or long or decimal or double or Money) ? column.RightAligned() : column);
        }

        foreach (var row in all)
        {
            table.AddRow(row.Select(cell => new Text(PlainText.Line(Show(cell)))));
        }

        console.Write(table);
        return this;
    }

    private static string Show(object? value) => value switch
    {
        null => "",
        string text => PlainText.Of(text),
        double figure => double.IsNaN(figure) ? "" : figure.ToString("#,0.####", CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("#,0.00##", CultureInfo.InvariantCulture),
        int or long => string.Format(CultureInfo.InvariantCulture, "{0:#,0}", value),
        Money money => $"{money.Amount.ToString("#,0.00##", CultureInfo.InvariantCulture)} {money.Currency.Code}",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Instant at => at.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => PlainText.Of(value.ToString()),
    };
}
