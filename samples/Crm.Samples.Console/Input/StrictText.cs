using System.Globalization;
using Crm.Samples.Console.CommandLine;
using CsvHelper;

namespace Crm.Samples.Console.Input;

/// <summary>
/// Reads delimited text that must be without a fault: every row has as many cells as the header, every quote is in its place.
/// Rows count as in a spreadsheet: the header is row 1.
/// </summary>
internal sealed class StrictText : IDisposable
{
    private readonly TextSource _source;
    private readonly char _separator;
    private readonly CsvReader _reader;
    private CsvMalformedRecord? _malformed;

    public StrictText(TextSource source)
    {
        _source = source;
        _separator = source.Read(SeparatorOf);
        _reader = CsvReader.Create(source.Open(), new CsvReaderOptions
        {
            Separator = _separator, HasHeader = false, SkipEmptyLines = false, OnMalformedRecord = record => _malformed ??= record,
        });
        Header = ReadHeader();
    }

    /// <summary>The header cells.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The row that was read last.</summary>
    public int Row { get; private set; }

    /// <summary>The cells of the next row; null at the end.</summary>
    public string[]? Next()
    {
        do
        {
            if (!Read())
            {
                return null;
            }
        }
        while (Header.Count > 1 && _reader.FieldCount == 1 && _reader.IsEmpty(0));

        if (_reader.FieldCount < Header.Count)
        {
            throw Bad("TooFewCells", $"The row has {Number(_reader.FieldCount)} cells, the header {Number(Header.Count)}.", Header[_reader.FieldCount]);
        }

        if (_reader.FieldCount > Header.Count)
        {
            throw Bad(
                "TooManyCells", $"The row has {Number(_reader.FieldCount)} cells, the header {Number(Header.Count)}; a cell with the delimiter in it needs quotes.", Number(Header.Count + 1));
        }

        var cells = new string[Header.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = _reader.GetString(i);
        }

        return cells;
    }

    public void Dispose() => _reader.Dispose();

    private List<string> ReadHeader()
    {
        if (!Read() || (_reader.FieldCount == 1 && _reader.IsEmpty(0)))
        {
            throw CommandFailure.Input("FileEmpty", "There is no header.", _source.Name, 1, "1");
        }

        return [.. Enumerable.Range(0, _reader.FieldCount).Select(i => _reader.GetString(i).Trim())];
    }

    private bool Read()
    {
        var isThere = _reader.Read();
        Row++;
        if (_malformed is { } malformed)
        {
            var column = ColumnOf(malformed.RawRecord ?? string.Empty);
            throw malformed.Reason == CsvMalformedReason.UnterminatedQuote
                ? Bad("QuoteOpen", "A quoted cell has no end.", column)
                : Bad("QuoteStray", "A quote within a cell must be doubled, and the cell quoted.", column);
        }

        return isThere;
    }

    // The first cell with a quote out of its place.
    private string ColumnOf(string record)
    {
        var (column, i) = (0, 0);
        while (i < record.Length)
        {
            if (record[i] == '"')
            {
                for (i++; i < record.Length && (record[i] != '"' || (i + 1 < record.Length && record[i + 1] == '"')); i++)
                {
                    i += record[i] == '"' ? 1 : 0;
                }

                if (++i >= record.Length || record[i] != _separator)
                {
                    break;
                }
            }
            else
            {
                while (i < record.Length && record[i] != _separator && record[i] != '"')
                {
                    i++;
                }

                if (i >= record.Length || record[i] == '"')
                {
                    break;
                }
            }

            (column, i) = (column + 1, i + 1);
        }

        return Header is not null && column < Header.Count ? Header[column] : Number(column + 1);
    }

    private CommandFailure Bad(string code, string message, string column) => CommandFailure.Input(code, message, _source.Name, Row, column);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static char SeparatorOf(TextReader reader)
    {
        var header = reader.ReadLine() ?? "";
        return new[] { ',', ';', '\t' }.MaxBy(s => header.Count(c => c == s));
    }
}
