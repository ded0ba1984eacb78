using Crm.Analytics.Purchases;
using Crm.Analytics.Seasonality;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Seasonality;

public sealed class PurchaseSeriesTests
{
    [Fact]
    public void ByProduct_HandMadeRows_CountsEveryMeasure()
    {
        // January: tea 10 and 5 (two customers), a return of 2; March: tea 7. April is not over.
        var log = PurchaseLog.From([Tea(1, 0, 10), Tea(2, 5, 5), Tea(1, 6, -2), Tea(1, 65, 7), Tea(1, 91, 9), Row(3, 3, 100)]);

        Values(SeriesMeasure.Revenue).Should().Equal(13, 0, 7);
        Values(SeriesMeasure.Quantity).Should().Equal(1, 0, 1);
        Values(SeriesMeasure.Buyers).Should().Equal(2, 0, 1);
        var all = PurchaseSeries.From(log, new SeriesOptions { KeepPartialPeriod = true });
        all.Values.ToArray().Should().Equal(113, 0, 7, 9);
        all.StartOf(1).Should().Be(new LocalDate(2026, 2, 1));

        double[] Values(SeriesMeasure measure) => PurchaseSeries.ByProduct(log, new SeriesOptions { Measure = measure })[0].Values.ToArray();
    }

    [Fact]
    public void From_AnyRows_AddsUpToTheTotal() =>
        Prop.ForAll(Rows, rows =>
        {
            var series = PurchaseSeries.From(PurchaseLog.From(rows), new SeriesOptions { Period = CalendarPeriod.Week, KeepPartialPeriod = true });
            series.Values.ToArray().Sum().Should().BeApproximately((double)rows.Sum(row => row.Amount), 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void From_EmptyLogOrUnfinishedPeriod_HasNoValues()
    {
        PurchaseSeries.From(PurchaseLog.From([])).Values.Length.Should().Be(0);
        PurchaseSeries.ByProduct(PurchaseLog.From([Row(1, 0, 1)])).Should().BeEmpty();
        PurchaseSeries.From(PurchaseLog.From([Row(1, 0, 1)])).Values.Length.Should().Be(0, "January is not over");
    }

    [SkippableFact]
    public void ByProduct_OnlineRetail_FindsTheSeasonOfItsGifts()
    {
        // Weeks of the year 2011; a period of a week is too short for a yearly season, so days of the week are looked at.
        var log = OnlineRetail.Log();
        var days = PurchaseSeries.From(log, new SeriesOptions { Period = CalendarPeriod.Day });
        var parts = Stl.Decompose(days.Values, 7, new StlOptions { Robust = true });

        parts.SeasonalStrength.Should().BeGreaterThan(0.3, "the shop is closed on Saturdays");
        Enumerable.Range(0, 7).MinBy(i => parts.Figure![i]).Should().Be(3, "the log starts on a Wednesday");
    }

    private static PurchaseRow Tea(int customer, int day, decimal amount) =>
        Row(customer, day, amount) with { Product = "tea", Quantity = amount < 0 ? -1 : 1 };
}
