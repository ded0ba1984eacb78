using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Knowledge.Evaluation;

/// <summary>Rows of text between tabs, without quoting, after a header. Rows count from the header, which is row 1.</summary>
internal static class TabbedText
{
    /// <summary>Reads the cells of every row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">What the columns are called, in their order.</param>
    /// <param name="required">How many of them each row must have; the others are empty where they are missing.</param>
    public static List<(int Row, string[] Cells)> Read(string path, IReadOnlyList<string> columns, int required)
    {
        var source = TextSource.Of(path);
        return source.Read(reader =>
        {
            var rows = new List<(int, string[])>();
            if (reader.ReadLine() is null)
            {
                throw CommandFailure.Input("FileEmpty", "There is no header.", source.Name);
            }

            for (var row = 2; reader.ReadLine() is { } line; row++)
            {
                var cells = line.Split('\t');
                if (line.Length == 0)
                {
                    continue;
                }

                if (cells.Length < required || cells.Length > columns.Count)
                {
                    throw CommandFailure.Input(
                        cells.Length < required ? "TooFewCells" : "TooManyCells",
                        $"The row has {cells.Length} cells; {string.Join(", ", columns)} are expected between tabs.",
                        source.Name,
                        row,
                        cells.Length < required ? columns[cells.Length] : null);
                }

                rows.Add((row, [.. cells.Select(c => c.Trim()), .. Enumerable.Repeat("", columns.Count - cells.Length)]));
            }

            return rows;
        });
    }
}
