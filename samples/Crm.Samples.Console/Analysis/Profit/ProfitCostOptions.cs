using System.CommandLine;
using Crm.Analytics.Profit;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>What comes off purchases until profit is left.</summary>
internal sealed class ProfitCostOptions
{
    private static readonly Dictionary<string, OverheadBasis> s_bases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sales"] = OverheadBasis.Sales,
        ["customers"] = OverheadBasis.Customers,
    };

    private readonly Option<string?> _services = new("--services") { Description = "A file customer,activity[,quantity] of what was done for customers.", HelpName = "FILE" };
    private readonly Option<string?> _tariff = new("--tariff") { Description = "What a unit of each activity costs, as minute=0.85,visit=60", HelpName = "NAME=COST,…" };
    private readonly Option<string?> _discounts = new("--discounts") { Description = "A file customer,amount of what customers were let off.", HelpName = "FILE" };
    private readonly Option<bool> _list = new("--list-prices") { Description = "The amounts of purchases are before discounts." };
    private readonly Option<decimal> _overhead = new("--overhead") { Description = "Costs that no customer causes, shared among all." };
    private readonly Option<string?> _basis = new("--overhead-by") { Description = "Share them by sales, or the same for all customers: sales or customers" };

    public IEnumerable<Symbol> All => [_services, _tariff, _discounts, _list, _overhead, _basis];

    public ProfitQuestion Read(Run run)
    {
        var overhead = run.Get(_overhead);
        if (overhead < 0 || decimal.Round(overhead, 4) != overhead)
        {
            throw CommandFailure.Usage("--overhead: an amount of at most four decimals is expected.");
        }

        var options = new ProfitOptions
        {
            Tariff = Tariff(run.Get(_tariff)),
            AmountsAreAfterDiscounts = !run.Get(_list),
            Overhead = overhead,
            OverheadBasis = (run.Get(_basis) ?? "sales").OneOf("--overhead-by", s_bases),
        };
        return new ProfitQuestion(
            run.Get(_services) is { } services ? ProfitFiles.Services(services, options.Tariff) : [],
            run.Get(_discounts) is { } discounts ? ProfitFiles.Discounts(discounts) : [],
            options);
    }

    private static ServiceTariff Tariff(string? text)
    {
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[0].Length == 0 || Cells.ParseNumber(parts[1]) is not >= 0 || !prices.TryAdd(parts[0], Cells.ParseNumber(parts[1])!.Value))
            {
                throw CommandFailure.Usage($"--tariff {pair}: each activity once with what a unit costs is expected, as visit=60.");
            }
        }

        return new ServiceTariff(prices);
    }
}
