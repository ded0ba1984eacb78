using Crm.Samples.Console.CommandLine;
using CsvHelper;

namespace Crm.Samples.Console.Input;

/// <summary>Reads delimited text with a header. Rows count as in a spreadsheet: the header is row 1.</summary>
internal sealed class DelimitedText
{
    private readonly string _file;
    private readonly CsvReader _reader;
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _columns = new(StringComparer.OrdinalIgnoreCase);
    private int _width;

    private DelimitedText(TextSource source, TextReader text, char separator)
    {
        _file = source.Name;
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, SkipEmptyLines = false, PoolStrings = true, OnMalformedRecord = CheckQuotes,
        });
    }

    /// <summary>The row that was read last.</summary>
    public int Row { get; private set; }

    /// <summary>Reads every row of a file through one function.</summary>
    /// <param name="names">The names the function may ask for; those of <paramref name="required"/> must be in the header.</param>
    public static void ReadRows(TextSource source, ColumnMap map, IReadOnlyList<string> names, IReadOnlyList<string> required, Action<DelimitedText> each) =>
        ReadRows(source, map, names, required, mappedMayBeMissing: false, each);

    /// <summary>Reads every row; a column that the map names can be missing where another file may have it.</summary>
    public static void ReadRows(
        TextSource source, ColumnMap map, IReadOnlyList<string> names, IReadOnlyList<string> required, bool mappedMayBeMissing, Action<DelimitedText> each)
    {
        var separator = source.Read(SeparatorOf);
        source.Read(text =>
        {
            var rows = new DelimitedText(source, text, separator);
            using (rows._reader)
            {
                rows.ReadHeader(map, names, required, mappedMayBeMissing);
                while (rows.Next())
                {
                    each(rows);
                }
            }

            return true;
        });
    }

    /// <summary>Reads two columns by their place, whatever the header calls them.</summary>
    public static void ReadPairs(TextSource source, Action<string, string> each)
    {
        var separator = source.Read(SeparatorOf);
        source.Read(text =>
        {
            var rows = new DelimitedText(source, text, separator);
            using (rows._reader)
            {
                if (!rows.Next())
                {
                    throw CommandFailure.Input("FileEmpty", "There is no header.", source.Name);
                }

                while (rows.Next())
                {
                    var (one, other) = rows._reader.FieldCount >= 2 ? (rows._reader.GetString(0).Trim(), rows._reader.GetString(1).Trim()) : ("", "");
                    if (one.Length == 0 || other.Length == 0)
                    {
                        throw CommandFailure.Input("RowInvalid", "Two ids are expected.", source.Name, rows.Row);
                    }

                    each(one, other);
                }
            }

            return true;
        });
    }

    public bool Has(string name) => _positions.ContainsKey(name);

    /// <summary>The trimmed cell; null when it is empty or the file has no such column.</summary>
    public string? Text(string name)
    {
        if (!_positions.TryGetValue(name, out var position) || position >= _reader.FieldCount)
        {
            return null;
        }

        var cell = _reader.GetString(position).Trim();
        return cell.Length == 0 ? null : cell;
    }

    public string Required(string name) => Text(name) ?? throw Bad(name, "CellEmpty", "A value is expected.");

    public CommandFailure Bad(string name, string code, string message) =>
        CommandFailure.Input(code, message, _file, Row, _columns.GetValueOrDefault(name, name));

    private void ReadHeader(ColumnMap map, IReadOnlyList<string> names, IReadOnlyList<string> required, bool mappedMayBeMissing)
    {
        if (!Next())
        {
            throw CommandFailure.Input("FileEmpty", "There is no header.", _file);
        }

        var header = Enumerable.Range(0, _reader.FieldCount).Select(i => _reader.GetString(i).Trim()).ToList();
        foreach (var name in names)
        {
            var column = map.ColumnOf(name);
            var found = header.FindIndex(c => c.Equals(column, StringComparison.OrdinalIgnoreCase));
            if (found >= 0)
            {
                (_positions[name], _columns[name]) = (found, column);
            }
            else if ((map.Maps(name) && !mappedMayBeMissing) || required.Contains(name))
            {
                throw CommandFailure.Input("ColumnMissing", $"The header has no such column, but {string.Join(", ", header)}.", _file, Row, column);
            }
        }

        _width = header.Count;
    }

    private bool Next()
    {
        do
        {
            if (!_reader.Read())
            {
                return false;
            }

            Row++;
        }
        while (_reader.FieldCount == 1 && _reader.IsEmpty(0));

        return _width == 0 || _reader.FieldCount <= _width
            ? true
            : throw CommandFailure.Input(
                "TooManyCells", $"The row has {_reader.FieldCount} cells, the header {_width}; a cell with the delimiter in it needs quotes.", _file, Row);
    }

    // A quote that nobody closes takes the lines after it into its cell, to the end of the file. Others are kept as text.
    private void CheckQuotes(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw CommandFailure.Input("QuoteOpen", "A quoted cell has no end.", _file, Row + 1);
        }
    }

    private static char SeparatorOf(TextReader reader)
    {
        var header = reader.ReadLine() ?? "";
        return new[] { ',', ';', '\t' }.MaxBy(s => header.Count(c => c == s));
    }
}
