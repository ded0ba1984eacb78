using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Knowledge;

/// <summary>
/// Files of articles: a table with a header; a table of tab-separated values without quoting (<c>.tsv</c>); or one Markdown file
/// (<c>.md</c>) with lines of <c>name: value</c>, an empty line, and the body.
/// </summary>
internal static class KnowledgeFile
{
    public static readonly string[] Names = ["title", "body", "language", "audience", "kind", "summary", "sku", "environment", "tags"];

    public static List<KnowledgeLine> Read(TextSource source, ColumnMap columns, KnowledgeLine usual)
    {
        var name = source.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? source.Name[..^3] : source.Name;
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? [source.Read(r => Markdown(source.Name, r, usual))]
            : name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? source.Read(r => Tabs(source.Name, r, columns, usual))
            : Table(source, columns, usual);
    }

    private static List<KnowledgeLine> Table(TextSource source, ColumnMap columns, KnowledgeLine usual)
    {
        var lines = new List<KnowledgeLine>();
        DelimitedText.ReadRows(source, columns, Names, ["title"], row => lines.Add(Line(source.Name, row.Row, row.Text, usual)));
        return lines;
    }

    private static List<KnowledgeLine> Tabs(string file, TextReader reader, ColumnMap columns, KnowledgeLine usual)
    {
        var header = (reader.ReadLine() ?? throw CommandFailure.Input("FileEmpty", "There is no header.", file)).Split('\t', StringSplitOptions.TrimEntries);
        var places = Names.ToDictionary(n => n, n => Array.FindIndex(header, c => c.Equals(columns.ColumnOf(n), StringComparison.OrdinalIgnoreCase)));
        if (places["title"] < 0)
        {
            throw CommandFailure.Input("ColumnMissing", $"The header has no such column, but {string.Join(", ", header)}.", file, 1, columns.ColumnOf("title"));
        }

        var (lines, row) = (new List<KnowledgeLine>(), 1);
        while (reader.ReadLine() is { } text)
        {
            row++;
            if (text.Length == 0)
            {
                continue;
            }

            var cells = text.Split('\t');
            lines.Add(cells.Length > header.Length
                ? usual with { File = file, Row = row, Problem = new Problem("TooManyCells", $"The row has {cells.Length} cells, the header {header.Length}.") { File = file, Row = row } }
                : Line(file, row, n => places[n] is var at and >= 0 && at < cells.Length && cells[at].Trim() is { Length: > 0 } cell ? cell : null, usual));
        }

        return lines;
    }

    private static KnowledgeLine Markdown(string file, TextReader reader, KnowledgeLine usual)
    {
        var (head, row) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), 0);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            row++;
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var value] || !Names.Contains(name, StringComparer.OrdinalIgnoreCase) || !head.TryAdd(name, value))
            {
                throw CommandFailure.Input("RowInvalid", $"\"name: value\" is expected, each of {string.Join(", ", Names.Where(n => n != "body"))} once, then an empty line and the body.", file, row);
            }
        }

        head["body"] = reader.ReadToEnd().TrimEnd();
        return Line(file, null, n => head.GetValueOrDefault(n) is { Length: > 0 } value ? value : null, usual);
    }

    private static KnowledgeLine Line(string file, int? row, Func<string, string?> cell, KnowledgeLine usual)
    {
        Problem? problem = null;
        var (language, audience, kind) = (usual.Language, usual.Audience, usual.Kind);
        var tags = (cell("tags") ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Expect("title", cell("title") is not null, "CellEmpty", "A title is expected.");
        Expect("language", cell("language") is not { } tag || LanguageTag.TryParse(tag, out language), "CellInvalid", "A language tag such as en is expected.");
        Expect("audience", cell("audience") is not { } who || KnowledgeOptionTexts.Audiences.TryGetValue(who, out audience), "CellInvalid", $"There is {string.Join(", ", KnowledgeOptionTexts.Audiences.Keys)}.");
        Expect("kind", cell("kind") is not { } what || KnowledgeOptionTexts.Kinds.TryGetValue(what, out kind), "CellInvalid", $"There is {string.Join(", ", KnowledgeOptionTexts.Kinds.Keys)}.");
        Expect(
            "tags", tags.Length <= KnowledgeItem.MaxTags && Array.TrueForAll(tags, t => t.Length <= KnowledgeItemTag.MaxLength && !t.Any(char.IsControl)), "CellInvalid",
            $"At most {KnowledgeItem.MaxTags} tags of at most {KnowledgeItemTag.MaxLength} characters are expected.");
        return usual with
        {
            File = file, Row = row, Problem = problem, Title = cell("title") ?? "", Body = cell("body") ?? "", Summary = cell("summary"), Sku = cell("sku"), Environment = cell("environment"),
            Language = language ?? usual.Language, Audience = audience, Kind = kind, Tags = tags,
        };

        void Expect(string name, bool isSo, string code, string message) => problem ??= isSo ? null : new Problem(code, message) { File = file, Row = row, Column = name };
    }
}
