using Crm.Analytics.Profit;
using Crm.Analytics.Purchases;
using Crm.Analytics.Tests.Purchases;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Profit;

public sealed class CustomerProfitTests
{
    private static readonly ServiceTariff s_tariff = new(new Dictionary<string, decimal> { ["case minute"] = 0.85m, ["visit"] = 60m, ["mailing"] = 0.0333m });

    // Ann: 300 paid after 20 off, 50 given back, goods 180 less 30 that came back, 10 minutes and 3 mailings.
    // Bob: 40 paid, goods 25, a visit. Cid never bought, and called for half an hour.
    private static PurchaseLog Log => PurchaseLog.From(
    [
        Row("ann", 0, 300) with { Cost = 180 }, Row("ann", 9, -50) with { Quantity = -1, Cost = -30 }, Row("bob", 3, 40) with { Cost = 25 },
    ]);

    private static readonly ServiceUse[] s_services = [new("ann", "case minute", 10), new("ann", "mailing", 3), new("bob", "visit"), new("cid", "case minute", 30)];

    private static readonly DiscountGiven[] s_discounts = [new("ann", 15), new("ann", 5)];

    [Fact]
    [Trait("Check", "AN-06")]
    public void From_WorkedExample_ReconcilesToTheCent()
    {
        var table = CustomerProfit.From(Log, s_services, s_discounts, new ProfitOptions { Tariff = s_tariff });

        table.Customers.Select(key => key.ToString()).Should().Equal("ann", "bob", "cid");
        table[0].Should().Be(new ProfitStatement(320, 20, 50, 150, 8.5999m, 0), "three mailings cost 0.0999");
        (table[0].NetSales, table[0].GrossProfit, table[0].Profit).Should().Be((250m, 100m, 91.4001m));
        table[1].Profit.Should().Be(40 - 25 - 60);
        table[2].Should().Be(new ProfitStatement(0, 0, 0, 0, 25.5m, 0));
        table[2].Margin.Should().BeNull();
        table.Total.Should().Be(new ProfitStatement(360, 20, 50, 175, 94.0999m, 0));
        table.Total.NetSales.Should().Be(FixedPoint.ToDecimal(Log.TotalAmount));
        table.Activities.Should().Equal(new ActivityCost("case minute", 40, 34), new ActivityCost("mailing", 3, 0.0999m), new ActivityCost("visit", 1, 60));
        table.CostsAreKnown.Should().BeTrue();
    }

    [Fact]
    [Trait("Check", "AN-06")]
    public void Drivers_SayWhyACustomerLosesMoney_AndAddUp()
    {
        var table = CustomerProfit.From(Log, s_services, s_discounts, new ProfitOptions { Tariff = s_tariff });

        table.DriversOf(1)[0].Component.Should().Be(ProfitComponent.CostToServe);
        table.DriversOf(1)[0].Amount.Should().BeApproximately((40 * 94.0999m / 360) - 60, 1e-4m);
        for (var customer = 0; customer < 3; customer++)
        {
            var usual = table[customer].Sales * table.Total.Profit / table.Total.Sales;
            table.DriversOf(customer).Sum(driver => driver.Amount).Should().BeApproximately(table[customer].Profit - usual, 5e-4m);
        }

        var split = table.Split();
        (split.Profitable.Customers, split.BreakEven.Customers, split.Unprofitable.Customers).Should().Be((1, 0, 2));
        split.Unprofitable.Total.Profit.Should().Be(-45 - 25.5m);
        split.Unprofitable.Drivers[0].Component.Should().Be(ProfitComponent.CostToServe);
        (split.Profitable.Total.Profit + split.Unprofitable.Total.Profit).Should().Be(table.Total.Profit);
    }

    [Fact]
    public void Discounts_OfListPrices_ComeOffSales()
    {
        var table = CustomerProfit.From(Log, discounts: s_discounts, options: new ProfitOptions { AmountsAreAfterDiscounts = false });

        table[0].Should().Be(new ProfitStatement(300, 20, 50, 150, 0, 0));
        table[0].NetSales.Should().Be(230);
    }

    [Fact]
    public void Overhead_IsSharedToTheLastTenThousandth()
    {
        var log = PurchaseLog.From([Row(1, 0, 1), Row(2, 0, 1), Row(3, 0, 1), Row(4, 0, -5)]);

        Shares(OverheadBasis.Sales).Should().Equal(33.3334m, 33.3333m, 33.3333m, 0);
        Shares(OverheadBasis.Customers).Should().Equal(25, 25, 25, 25);

        decimal[] Shares(OverheadBasis basis)
        {
            var table = CustomerProfit.From(log, options: new ProfitOptions { Overhead = 100, OverheadBasis = basis });
            return [.. Enumerable.Range(0, 4).Select(customer => table[customer].Overhead)];
        }
    }

    [Fact]
    public void From_AnyRows_AddsUp() => Prop.ForAll(
        LogSamples.Rows,
        (from customer in Gen.Choose(-3, 12) from quantity in Gen.Choose(-5, 90) select new ServiceUse(customer, quantity % 2 == 0 ? "visit" : "mailing", quantity / 3m)).ArrayOf().ToArbitrary(),
        Gen.Choose(0, 1_000_000).ToArbitrary(),
        (rows, services, overhead) =>
        {
            var log = PurchaseLog.From(rows.Select(row => row with { Cost = row.Amount / 4 }));
            if (log.CustomerCount == 0 && services.Length == 0) return;
            var discounts = services.Where(use => use.Quantity > 0).Select(use => new DiscountGiven(use.Customer, decimal.Round(use.Quantity, 4)));
            var table = CustomerProfit.From(log, services, discounts, new ProfitOptions { Tariff = s_tariff, Overhead = overhead / 10_000m, OverheadBasis = OverheadBasis.Customers });

            var statements = Enumerable.Range(0, table.Customers.Count).Select(customer => table[customer]).ToArray();
            statements.Sum(s => s.Profit).Should().Be(table.Total.Profit);
            statements.Select(s => s.Profit).Should().Equal(table.Profits.ToArray().Select(FixedPoint.ToDecimal));
            table.Total.NetSales.Should().Be(FixedPoint.ToDecimal(log.TotalAmount), "amounts are after discounts");
            table.Total.Overhead.Should().Be(overhead / 10_000m);
            table.Total.CostToServe.Should().Be(table.Activities.Sum(activity => activity.Cost));
            table.Total.Profit.Should().Be(
                FixedPoint.ToDecimal(log.TotalAmount) - table.Total.CostOfGoods - table.Total.CostToServe - table.Total.Overhead);
            var split = table.Split();
            (split.Profitable.Customers + split.BreakEven.Customers + split.Unprofitable.Customers).Should().Be(table.Customers.Count);
            (split.Profitable.Customers, split.Unprofitable.Customers).Should().Be((table.Concentration.Positive, table.Concentration.Negative));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_IsNoProfit()
    {
        var table = CustomerProfit.From(PurchaseLog.From([]), [new ServiceUse(default, "visit")], options: new ProfitOptions { Tariff = s_tariff });

        (table.Total.Profit, table.Customers.Count, table.RowsWithoutCustomer, table.Concentration.Gini, table.Concentration.PeakShare).Should().Be((0, 0, 1, null, null));
        table.CostsAreKnown.Should().BeFalse();
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Action[] acts =
        [
            () => CustomerProfit.From(Log, [new ServiceUse("ann", "lunch")]),
            () => CustomerProfit.From(Log, [new ServiceUse(5, "visit")], options: new ProfitOptions { Tariff = s_tariff }),
            () => CustomerProfit.From(Log, discounts: [new DiscountGiven("ann", 0.00001m)]),
            () => CustomerProfit.From(Log, options: new ProfitOptions { Overhead = -1 }),
            () => CustomerProfit.From(PurchaseLog.From([]), options: new ProfitOptions { Overhead = 1 }),
            () => _ = new ServiceTariff(new Dictionary<string, decimal> { ["visit"] = -1 }),
            () => _ = new ServiceTariff(new Dictionary<string, decimal> { [" "] = 1 }),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
