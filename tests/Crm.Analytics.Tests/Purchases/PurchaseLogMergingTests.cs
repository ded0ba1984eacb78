using Crm.Analytics.Intervals;
using Crm.Analytics.Purchases;
using Crm.Analytics.Retention;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Purchases;

/// <summary>A log that grew answers as one that was built at once.</summary>
public sealed class PurchaseLogMergingTests
{
    private static readonly Arbitrary<(PurchaseRow[] Left, PurchaseRow[] Right)> s_halves = (
        from rows in Detailed(Rows.Generator)
        from cut in Gen.Choose(0, rows.Length)
        select (rows[..cut], rows[cut..])).ToArbitrary();

    [Fact]
    [Trait("Check", "AN-01")]
    public void Merge_OfTwoLogs_EqualsTheLogOfAllRows() =>
        Prop.ForAll(s_halves, halves =>
        {
            var (merged, whole) = (PurchaseLog.From(halves.Left).Merge(PurchaseLog.From(halves.Right)), PurchaseLog.From([.. halves.Left, .. halves.Right]));
            Everything(merged).Should().BeEquivalentTo(Everything(whole), o => o.WithStrictOrdering());
            LogSamples.All(CustomerSummaries.From(merged)).Should().Equal(LogSamples.All(CustomerSummaries.From(whole)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merge_OfThreeLogs_DoesNotDependOnWhichAreMergedFirst() =>
        Prop.ForAll(s_halves, Rows, (halves, more) =>
        {
            var (a, b, c) = (PurchaseLog.From(halves.Left), PurchaseLog.From(halves.Right), PurchaseLog.From(more));
            Everything(a.Merge(b).Merge(c)).Should().BeEquivalentTo(Everything(a.Merge(b.Merge(c))), o => o.WithStrictOrdering());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Append_DayByDay_AnswersAsTheWholeLog()
    {
        var rows = Detailed(Rows.Generator).Sample(400, 1).Concat(Rows.Generator.Sample(400, 20)).SelectMany(r => r).OrderBy(r => r.Day).ToArray();
        var log = PurchaseLog.From([]);
        foreach (var day in rows.GroupBy(r => r.Day)) log = log.Append(day);
        var whole = PurchaseLog.From(rows);
        Everything(log).Should().BeEquivalentTo(Everything(whole), o => o.WithStrictOrdering());
        PurchaseIntervals.ByCustomer(log).Overall().Should().Be(PurchaseIntervals.ByCustomer(whole).Overall());
        CohortRetention.From(log).Retention(1).Should().Be(CohortRetention.From(whole).Retention(1));
    }

    [Fact]
    public void Merge_WithOneThatWasObservedLonger_IsObservedAsLong()
    {
        var observed = PurchaseLog.From([Row(1, 0, 5)]).Observe(Start.PlusDays(90));
        PurchaseLog.From([Row(2, 10, 5)]).Merge(observed).ObservedThrough.Should().Be(Start.PlusDays(90));
        observed.Merge(PurchaseLog.From([Row(2, 10, 5)])).ObservedThrough.Should().Be(Start.PlusDays(90));
        PurchaseLog.From([]).Merge(PurchaseLog.From([])).ObservedThrough.Should().BeNull();
    }

    [Fact]
    public void Merge_OfRowsWithoutACustomer_CountsThem()
    {
        var (left, right) = (PurchaseLog.From([Row(default, 0, 5), Row("a", 0, 5)]), PurchaseLog.From([Row(default, 1, 5)]));
        left.Merge(right).RowsWithoutCustomer.Should().Be(2);
        right.Merge(left).RowCount.Should().Be(1);
    }

    [Fact]
    public void Merge_OfKeysOfAnotherKind_SaysWhichColumn()
    {
        var act = () => PurchaseLog.From([Row(1, 0, 5)]).Merge(PurchaseLog.From([Row("a", 0, 5)]));
        act.Should().Throw<ArgumentException>().WithMessage("Customer keys are Int64*Text*");
        act = () => PurchaseLog.From([Row(1, 0, 5, 7)]).Append([Row(1, 0, 5, "seven")]);
        act.Should().Throw<ArgumentException>().WithMessage("Order keys are Int64*Text*");
    }

    // Some rows with products, quantities and costs, so that columns are there in one half alone.
    private static Gen<PurchaseRow[]> Detailed(Gen<PurchaseRow[]> rows) =>
        from plain in rows
        from details in Gen.Choose(0, 5).ArrayOf(plain.Length)
        select plain.Select((row, i) => details[i] switch
        {
            1 => row with { Product = "p" + (i % 4) },
            2 => row with { Quantity = row.Quantity * 2 },
            3 => row with { Cost = 1.25m, Product = "q" },
            _ => row,
        }).ToArray();

    private static object Everything(PurchaseLog log) => new
    {
        Described = Describe(log),
        Products = log.Products.ToArray(),
        ProductPositions = log.ProductPositions.ToArray(),
        Costs = log.Costs.ToArray(),
        log.RowsWithoutCustomer,
        log.ObservedThrough,
    };
}
