using Crm.Analytics.Intervals;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Intervals;

public sealed class PurchaseIntervalsTests
{
    [SkippableFact]
    [Trait("Check", "AN-01")]
    public void ByCustomer_Cdnow_GivesTheKnownIntervals()
    {
        // 4,339 intervals between purchase days of the 2,357 customers of the tenth.
        var overall = PurchaseIntervals.ByCustomer(Cdnow.Log()).Overall();

        (overall.Buyers, overall.Intervals).Should().Be((2357, 4339));
        overall.MeanDays.Should().BeApproximately(70.8606, 5e-5);
        (overall.MedianDays, overall.Percentile90Days).Should().Be((34, 196));
        overall.WheatRegularity.Should().BeInRange(0.8, 1.2, "CDNOW buyers buy at random");
        overall.GammaRegularity.Should().BeInRange(0.8, 1.2);
    }

    [Fact]
    [Trait("Check", "AN-01")]
    public void ByCustomerAndProduct_HandMadeRows_GivesEveryFigure()
    {
        // Intervals of customer 1 with tea: 10, 20, 30.
        var table = PurchaseIntervals.ByCustomerAndProduct(PurchaseLog.From(
            [Tea(1, 30), Tea(1, 0), Tea(1, 10), Tea(1, 10), Tea(1, 60), Tea(2, 4), Of(1, 7, "milk"), Tea(1, 61) with { Amount = -5 }]));

        table.Count.Should().Be(3);
        table.Find(2, "milk").Should().Be(-1);
        var row = table[table.Find(1, "tea")];
        (row.Customer, row.Product, row.Buyers, row.PurchaseDays, row.Intervals).Should().Be((1, "tea", 1, 4, 3));
        (row.MeanDays, row.MedianDays, row.LowerQuartileDays, row.UpperQuartileDays).Should().Be((20, 20, 15, 25));
        row.Percentile90Days.Should().BeApproximately(28, 1e-12);
        row.StandardDeviationDays.Should().BeApproximately(10, 1e-12);
        row.Variation.Should().BeApproximately(0.5, 1e-12);
        // M = 20/30 and 30/50: V = (1/36 + 1/100) / 2 = 17/900, k = (1 − 4V) / (8V).
        row.WheatRegularity.Should().BeApproximately((1 - (4 * 17.0 / 900)) / (8 * 17.0 / 900), 1e-12);
        (row.FirstDay, row.LastDay).Should().Be((Start, Start.PlusDays(60)));
        // 1, 11 and 31 January and 2 March 2026: Thursday, Sunday, Saturday, Monday.
        (row.UsualWeekday, row.UsualDayOfMonth).Should().Be((null, null));
        table[table.Find(2, "tea")].MeanDays.Should().BeNull();
        table.IntervalsOf(table.Find(1, "tea")).Should().Equal(10, 20, 30);
        table.Quantile(table.Find(1, "tea"), 1).Should().Be(30);
    }

    [Fact]
    [Trait("Check", "AN-01")]
    public void ByProduct_Buyers_NeverMixTheirPurchases()
    {
        var table = PurchaseIntervals.ByProduct(PurchaseLog.From(
            [Tea(1, 0), Tea(1, 10), Tea(2, 5), Tea(2, 35), Of(1, 3, "milk"), Row(1, 9, 1), Tea(3, 50)]));

        table.Count.Should().Be(2);
        var tea = table[1];
        (tea.Customer, tea.Product, tea.Buyers, tea.PurchaseDays, tea.Intervals, tea.MeanDays).Should()
            .Be((default, "tea", 3, 5, 2, 20));
        table[0].MedianDays.Should().BeNull();
        (table.CustomerOf(1), table.ProductOf(1)).Should().Be((-1, 1));
    }

    [Fact]
    [Trait("Check", "AN-01")]
    public void ByCustomer_EveryFriday_IsTheUsualWeekday()
    {
        // 2 January 2026 is a Friday.
        var log = PurchaseLog.From([Row(1, 1, 1), Row(1, 8, 1), Row(1, 15, 1), Row(1, 21, 1), Row(2, 0, 1), Row(2, 31, 1), Row(2, 59, 1)]);
        var table = PurchaseIntervals.ByCustomer(log);

        table[0].UsualWeekday.Should().Be(new UsualDay((int)IsoDayOfWeek.Friday, 0.75));
        table[1].UsualDayOfMonth.Should().Be(new UsualDay(1, 1));
        // Thursday, Sunday, Sunday.
        table[1].UsualWeekday!.Value.Day.Should().Be((int)IsoDayOfWeek.Sunday);
    }

    [Fact]
    public void ByCustomer_EqualIntervals_AreInfinitelyRegular()
    {
        var row = PurchaseIntervals.ByCustomer(PurchaseLog.From([Row(1, 0, 1), Row(1, 7, 1), Row(1, 14, 1)]))[0];

        (row.WheatRegularity, row.GammaRegularity, row.Variation).Should().Be((double.PositiveInfinity, double.PositiveInfinity, 0));
    }

    [Fact]
    public void ByCustomer_AsOf_LeavesLaterRowsOut()
    {
        var table = PurchaseIntervals.ByCustomer(
            PurchaseLog.From([Row(1, 0, 1), Row(1, 7, 1), Row(1, 9, 1), Row(2, 20, 1)]), new IntervalOptions { AsOf = Start.PlusDays(8) });

        (table[0].Intervals, table[1].PurchaseDays, table[1].FirstDay).Should().Be((1, 0, null));
        table.Window.Should().Be(new ObservationWindow(Start, Start.PlusDays(8)));
    }

    [Fact]
    public void Tables_EmptyLog_AreEmpty()
    {
        var log = PurchaseLog.From([]);
        PurchaseIntervals.ByCustomer(log).Count.Should().Be(0);
        PurchaseIntervals.ByProduct(log).Count.Should().Be(0);
        var pairs = PurchaseIntervals.ByCustomerAndProduct(log);
        (pairs.Count, pairs.Overall().MeanDays, pairs.Window).Should().Be((0, null, null));
        pairs.Invoking(t => t[0]).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Tables_AnyRows_EqualTheDefinition() =>
        Prop.ForAll(RowsWithProducts, rows =>
        {
            var log = PurchaseLog.From(rows);
            var customers = PurchaseIntervals.ByCustomer(log, new IntervalOptions { DegreeOfParallelism = 2 });
            for (var i = 0; i < customers.Count; i++)
                customers.IntervalsOf(i).Should().Equal(Gaps(rows.Where(row => row.Customer == log.Customers[i])));
            var pairs = PurchaseIntervals.ByCustomerAndProduct(log);
            for (var i = 0; i < pairs.Count; i++)
                pairs.IntervalsOf(i).Should().Equal(Gaps(rows.Where(row =>
                    row.Customer == pairs[i].Customer && row.Product == pairs[i].Product)));
            var products = PurchaseIntervals.ByProduct(log);
            for (var i = 0; i < products.Count; i++)
                products.IntervalsOf(i).Should().Equal(rows.Where(row => row.Product == log.Products[i])
                    .GroupBy(row => row.Customer).SelectMany(own => Gaps(own)).Order());
            products.Overall().Should().Be(pairs.Overall());
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<PurchaseRow[]> RowsWithProducts { get; } = (
        from row in Rows.Generator
        from products in Gen.Choose(0, 3).ArrayOf(row.Length)
        select row.Zip(products, (r, p) => r with { Product = p == 0 ? default : (PurchaseKey)p }).ToArray()).ToArbitrary();

    private static int[] Gaps(IEnumerable<PurchaseRow> rows)
    {
        var days = rows.Where(row => row.Amount >= 0).Select(row => DayNumber.FromDate(row.Day)).Distinct().Order().ToArray();
        return [.. days.Skip(1).Zip(days, (later, earlier) => later - earlier).Order()];
    }

    private static PurchaseRow Tea(int customer, int day) => Of(customer, day, "tea");

    private static PurchaseRow Of(int customer, int day, string product) => Row(customer, day, 5) with { Product = product };
}
