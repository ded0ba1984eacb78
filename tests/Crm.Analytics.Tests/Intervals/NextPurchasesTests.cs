using Crm.Analytics.Fitting;
using Crm.Analytics.Intervals;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Intervals;

public sealed class NextPurchasesTests
{
    [Fact]
    [Trait("Check", "AN-02")]
    public void From_MonthlyBuyerAmongIrregularOnes_IsExpectedWithinDaysAndThenOverdue()
    {
        var random = new System.Random(3);
        var rows = new List<PurchaseRow>();
        for (var day = 0; day <= 360; day += 30) rows.Add(Row(0, day + random.Next(-1, 2), 1));
        for (var customer = 1; customer <= 300; customer++)
        {
            var mean = 30 * 3 / RandomGamma.Next(random, 3);
            for (var day = 0.0; day < 360; day += mean * RandomGamma.Next(random, 1)) rows.Add(Row(customer, (int)day, 1));
        }

        var table = PurchaseIntervals.ByCustomer(PurchaseLog.From(rows), new IntervalOptions { AsOf = Start.PlusDays(400) });
        var next = NextPurchases.From(table)[0]!.Value;

        next.ExpectedDays.Should().BeApproximately(30, 2);
        Period.DaysBetween(next.Earliest, next.Latest).Should().BeLessThan(12, "the buyer is regular");
        (next.IsOverdue, next.Intervals).Should().Be((true, 12));
        next.Lateness.Should().BeGreaterThan(0.95);
        next.DaysOverdue.Should().Be(Period.DaysBetween(next.Latest, Start.PlusDays(400)));
    }

    [Fact]
    [Trait("Check", "AN-02")]
    public void From_SimulatedBuyers_CoversTheNextPurchaseAtItsLevel() =>
        Prop.ForAll(Gen.Choose(0, 3).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(3, 9).ToArbitrary(), (power, seed, intervals) =>
        {
            // All but the last purchase are known; the last is predicted.
            const int buyers = 1500;
            var whole = SimulatedIntervals.Draw(buyers, Math.Pow(2, power), intervals, seed);
            var known = PurchaseLog.From(new PurchaseColumns
            {
                Customers = PurchaseKeyColumn.From(Known(customer => Enumerable.Repeat((long)customer, whole.RowsOf(customer).End.Value - whole.RowsOf(customer).Start.Value - 1))),
                Days = Known(customer => whole.Days[whole.RowsOf(customer)][..^1].ToArray()),
                Amounts = new long[whole.RowCount - buyers],
            });
            var next = NextPurchases.From(PurchaseIntervals.ByCustomer(known));

            next.Warnings.Should().BeEmpty();
            var (within, late) = (0, 0);
            for (var customer = 0; customer < buyers; customer++)
            {
                var day = DayNumber.ToDate(whole.Days[whole.RowStarts[customer + 1] - 1]);
                if (day >= next[customer]!.Value.Earliest && day <= next[customer]!.Value.Latest) within++;
                if (day > next[customer]!.Value.Latest) late++;
            }

            (within / (double)buyers).Should().BeInRange(0.76, 0.85);
            (late / (double)buyers).Should().BeInRange(0.07, 0.13);

            T[] Known<T>(Func<int, IEnumerable<T>> ofCustomer) => [.. Enumerable.Range(0, buyers).SelectMany(ofCustomer)];
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    [Trait("Check", "AN-02")]
    public void From_FirstPurchaseOfAProduct_IsExpectedAtTheProductsPace()
    {
        var rows = new List<PurchaseRow>();
        for (var customer = 0; customer < 40; customer++)
        {
            for (var i = 0; i < 5; i++)
            {
                rows.Add(Row(customer, (i * 7) + (customer % 3), 1) with { Product = "milk" });
                rows.Add(Row(customer, (i * 90) + (customer * i % 5), 1) with { Product = "filter" });
            }
        }

        rows.Add(Row(99, 100, 1) with { Product = "milk" });
        rows.Add(Row(99, 100, 1) with { Product = "filter" });
        var table = PurchaseIntervals.ByCustomerAndProduct(PurchaseLog.From(rows));
        var next = NextPurchases.From(table);

        next[table.Find(99, "milk")]!.Value.ExpectedDays.Should().BeInRange(5, 10);
        next[table.Find(99, "filter")]!.Value.ExpectedDays.Should().BeInRange(70, 110);
        next[table.Find(99, "filter")]!.Value.Product.Should().Be((PurchaseKey)"filter");
    }

    [Fact]
    public void From_OneTimeBuyers_PredictsNothingAndSaysSo()
    {
        var next = NextPurchases.From(PurchaseIntervals.ByCustomer(PurchaseLog.From([Row(1, 0, 1), Row(2, 4, 1)])));

        next[0].Should().BeNull();
        next.Warnings.Should().ContainSingle().Which.Code.Should().Be(FitWarningCode.NoRepeatPurchases);
    }

    [Fact]
    public void From_OneBuyerWithOneInterval_PredictsWithoutNaN()
    {
        var next = NextPurchases.From(PurchaseIntervals.ByCustomer(PurchaseLog.From([Row(1, 0, 1), Row(1, 30, 1), Row(2, 3, -1)])));

        next[0]!.Value.ExpectedDays.Should().BeInRange(10, 60);
        next[0]!.Value.Lateness.Should().Be(0);
        next[1].Should().BeNull("nothing but a return is no purchase");
    }

    [Fact]
    public void From_ProductsOrABadLevel_IsRefused()
    {
        var log = PurchaseLog.From([Row(1, 0, 1) with { Product = 4 }]);
        ((Action)(() => NextPurchases.From(PurchaseIntervals.ByProduct(log)))).Should().Throw<ArgumentException>();
        ((Action)(() => NextPurchases.From(PurchaseIntervals.ByCustomer(log), new NextPurchaseOptions { Level = 1 })))
            .Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void From_AnyDegree_IsTheSame()
    {
        var table = PurchaseIntervals.ByCustomer(SimulatedIntervals.Draw(3000, 2, 4, 1));
        var (one, four) = (NextPurchases.From(table, new NextPurchaseOptions { DegreeOfParallelism = 1 }), NextPurchases.From(table, new NextPurchaseOptions { DegreeOfParallelism = 4 }));

        four.All(3).Should().Equal(one.All(1));
    }
}
