namespace Crm.Samples.Console.Output;

/// <summary>Writes delimited text that spreadsheets open without running anything in it.</summary>
internal static class CsvText
{
    public static void Write(TextWriter writer, IEnumerable<string?> cells)
    {
        writer.Write(string.Join(',', cells.Select(Cell)));
        writer.Write("\r\n");
    }

    // A cell that a spreadsheet would take for a formula is marked as text.
    private static string Cell(string? value)
    {
        var text = value is { Length: > 0 } && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value ?? string.Empty;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
