using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Input;

/// <summary>Reads the classic whitespace form: customer, a second id that may be missing, yyyymmdd, quantity, amount; a header may stand first.</summary>
internal static class CdnowFile
{
    public static void Read(TextSource source, Action<PurchaseLine> add) => source.Read(reader =>
    {
        var row = 0;
        while (reader.ReadLine() is { } line)
        {
            row++;
            var cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0 || (row == 1 && cells.All(c => Cells.ParseNumber(c) is null)))
            {
                continue;
            }

            add(Line(source.Name, row, cells));
        }

        return true;
    });

    private static PurchaseLine Line(string file, int row, string[] cells)
    {
        if (cells.Length is not (4 or 5))
        {
            throw CommandFailure.Input("RowInvalid", $"4 or 5 values are expected (customer, [second id,] date, quantity, amount), not {cells.Length}.", file, row);
        }

        var day = Cells.ParseDay(cells[^3]) ?? throw CommandFailure.Input("DateInvalid", $"{cells[^3]} is no date such as 19970930.", file, row, "date");
        var (quantity, amount) = (Number(file, row, "quantity", cells[^2]), Number(file, row, "amount", cells[^1]));
        return new PurchaseLine(cells[0], day, quantity, decimal.Round(amount, 4)) { UnitPrice = quantity == 0 ? null : amount / quantity, Row = row };
    }

    private static decimal Number(string file, int row, string column, string text) =>
        Cells.ParseNumber(text) ?? throw CommandFailure.Input("NumberInvalid", $"{text} is no number such as 12.5.", file, row, column);
}
