using Crm.Analytics.Profit;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Analysis;

/// <summary>What <c>crm analyze profit</c> prints.</summary>
internal static class ProfitDocument
{
    private const int CurvePoints = 100;

    private static readonly decimal[] s_tops = [0.01m, 0.1m, 0.2m];

    public static object Of(AnalysisRequest request, PurchaseInput input, ProfitTable table, Timing timing)
    {
        var (curve, sales, split) = (table.Concentration, ConcentrationCurve.Of(table.NetSales), table.Split());
        var classes = sales.Abc();
        return new
        {
            Customers = table.Customers.Count,
            input.Currency,
            table.CostsAreKnown,
            Total = Statement(table.Total),
            Profitable = Group(split.Profitable),
            BreakEven = Group(split.BreakEven),
            Unprofitable = Group(split.Unprofitable),
            Whale = new { curve.PeakShare, curve.Peak, PeakCustomers = curve.Positive, Points = Points(curve) },
            Sales = new
            {
                sales.Gini,
                TopShares = s_tops.Select(share => new { Customers = share, Share = sales.ShareOfTop(share) }),
                CustomersFor80 = sales.CustomersFor(0.8m),
                Abc = Enum.GetValues<AbcClass>().ToDictionary(c => c.ToString(), c => classes.Count(given => given == c)),
            },
            table.Activities,
            input.RowsRead,
            input.RowsWithoutCustomer,
            CostRowsWithoutCustomer = table.RowsWithoutCustomer,
            PerCustomer = Listing.Of(table.Customers.Count, request.Top, i => table.Profits[i]).Select(i => Row(table, classes, i)),
            timing.Milliseconds,
            timing.CpuMilliseconds,
        };
    }

    public static void Print(Report report, ProfitTable table, IEnumerable<int> best, List<int> worst, IReadOnlyDictionary<string, string> names)
    {
        var (total, curve, split) = (table.Total, table.Concentration, table.Split());
        report
            .Fields(
                ("Customers", table.Customers.Count), ("Sales", total.Sales), ("less discounts", total.Discounts), ("less returns", total.Returns),
                ("less cost of goods", table.CostsAreKnown ? total.CostOfGoods : "not known"), ("less cost to serve", total.CostToServe), ("less overhead", total.Overhead),
                ("Profit", total.Profit), ("Peak of the whale curve", Percent(curve.PeakShare)))
            .Table(
                ["Customers", "How many", "Net sales", "Profit", "What costs them most against the usual"],
                new (string Name, ProfitGroup Group)[] { ("profitable", split.Profitable), ("break even", split.BreakEven), ("unprofitable", split.Unprofitable) }.Select(g => new object?[]
                {
                    g.Name, g.Group.Customers, g.Group.Total.NetSales, g.Group.Total.Profit, Driver(g.Group.Drivers),
                }))
            .Heading("Best customers").Table(["Customer", "Net sales", "Profit"], best.Select(i => new object?[] { names[table.Customers[i].ToString()], table[i].NetSales, table[i].Profit }))
            .Heading("Largest losses").Table(
                ["Customer", "Net sales", "Profit", "Because of"],
                worst.Select(i => new object?[] { names[table.Customers[i].ToString()], table[i].NetSales, table[i].Profit, Driver(table.DriversOf(i)) }));
    }

    private static object Row(ProfitTable table, AbcClass[] classes, int customer) => new
    {
        Customer = table.Customers[customer].ToString(),
        Statement = Statement(table[customer]),
        Abc = classes[customer],
        Drivers = table.DriversOf(customer).Where(driver => driver.Amount != 0),
    };

    private static object Statement(ProfitStatement s) => new
    {
        s.Sales, s.Discounts, s.Returns, s.NetSales, s.CostOfGoods, s.GrossProfit, s.CostToServe, s.Overhead, s.Profit, s.Margin,
    };

    private static object Group(ProfitGroup group) => new { group.Customers, Statement = Statement(group.Total), Drivers = group.Drivers.Where(driver => driver.Amount != 0) };

    // Enough points to draw the curve.
    private static IEnumerable<object> Points(ConcentrationCurve curve) =>
        from point in Enumerable.Range(1, Math.Min(CurvePoints, curve.Count))
        let customers = (int)((long)curve.Count * point / Math.Min(CurvePoints, curve.Count))
        select new { Customers = customers, Profit = curve.Cumulative[customers - 1] / 10_000m };

    private static string? Driver(IEnumerable<ProfitDriver> drivers) => drivers.Where(driver => driver.Amount < 0).MinBy(driver => driver.Amount) is { } worst
        ? FormattableString.Invariant($"{Name(worst.Component)} {worst.Amount:#,0.00}")
        : null;

    private static string Name(ProfitComponent component) => component switch
    {
        ProfitComponent.CostOfGoods => "cost of goods",
        ProfitComponent.CostToServe => "cost to serve",
        ProfitComponent.Discounts => "discounts",
        ProfitComponent.Returns => "returns",
        _ => "overhead",
    };

    private static string? Percent(double? share) => share is { } known ? FormattableString.Invariant($"{100 * known:0.0000} %") : null;
}
