using Crm.Analytics.Profit;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads what was done for customers and what they were let off.</summary>
internal static class ProfitFiles
{
    private static readonly string[] s_services = ["customer", "activity", "quantity"];
    private static readonly string[] s_discounts = ["customer", "amount"];

    public static List<(string Customer, string Activity, decimal Quantity)> Services(string path, ServiceTariff tariff)
    {
        var uses = new List<(string, string, decimal)>();
        DelimitedText.ReadRows(TextSource.Of(path), ColumnMap.Parse(null, s_services), s_services, s_services[..2], row =>
        {
            var activity = row.Required("activity");
            uses.Add(tariff.Prices.ContainsKey(activity)
                ? (row.Text("customer") ?? "", activity, row.Number("quantity") ?? 1)
                : throw row.Bad("activity", "ActivityUnknown", $"{activity} is not in the tariff ({string.Join(", ", tariff.Prices.Keys)})."));
        });
        return uses;
    }

    public static List<(string Customer, decimal Amount)> Discounts(string path)
    {
        var discounts = new List<(string, decimal)>();
        DelimitedText.ReadRows(TextSource.Of(path), ColumnMap.Parse(null, s_discounts), s_discounts, s_discounts, row => discounts.Add((
            row.Text("customer") ?? "", decimal.Round(row.Number("amount") ?? throw row.Bad("amount", "CellEmpty", "A value is expected."), 4))));
        return discounts;
    }
}
