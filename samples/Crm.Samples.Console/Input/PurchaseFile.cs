using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Input;

/// <summary>Reads purchases from delimited text: <c>customer,date</c> required; <c>product,quantity,amount,price,cost,order</c> optional.</summary>
internal static class PurchaseFile
{
    public static readonly string[] Names = ["customer", "date", "product", "quantity", "amount", "price", "cost", "order"];

    private static readonly string[] s_required = ["customer", "date"];

    public static void Read(TextSource source, ColumnMap map, Action<PurchaseLine> add) =>
        DelimitedText.ReadRows(source, map, Names, s_required, row => add(Line(row)));

    private static PurchaseLine Line(DelimitedText row)
    {
        var quantity = row.Number("quantity") ?? 1;
        var price = row.Number("price");
        var amount = row.Number("amount") ?? Times(row, quantity, price);
        return new PurchaseLine(row.Text("customer"), row.Day("date"), quantity, decimal.Round(amount, 4))
        {
            Product = row.Text("product"),
            Order = row.Text("order"),
            Cost = row.Number("cost") is { } cost ? decimal.Round(cost, 4) : null,
            UnitPrice = price ?? (quantity == 0 ? null : amount / quantity),
            Row = row.Row,
        };
    }

    private static decimal Times(DelimitedText row, decimal quantity, decimal? price)
    {
        if (price is not { } each)
        {
            return 0;
        }

        // Both factors are below 1e15, which a decimal's product cannot always hold.
        return Math.Abs((double)quantity * (double)each) < 9e14
            ? quantity * each
            : throw row.Bad("quantity", "NumberInvalid", "Quantity × price is too large.");
    }
}
