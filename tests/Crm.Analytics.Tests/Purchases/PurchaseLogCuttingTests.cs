using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Purchases;

public sealed class PurchaseLogCuttingTests
{
    [Fact]
    public void Observe_AnyDay_EqualsALogOfTheEarlierRows() =>
        Prop.ForAll(Rows, Gen.Choose(-2, 45).ToArbitrary(), (rows, day) =>
        {
            var through = Start.PlusDays(day);
            var cut = PurchaseLog.From(rows).Observe(through);
            var expected = PurchaseLog.From(rows.Where(row => row.Day <= through));
            cut.ObservedThrough.Should().Be(through);
            LogSamples.All(CustomerSummaries.From(cut)).Should()
                .Equal(LogSamples.All(CustomerSummaries.From(expected, new SummaryOptions { AsOf = through })));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Split_Log_HasTheSameCustomersInBothParts()
    {
        var split = PurchaseLog.From([Row(1, 0, 1), Row(1, 9, 2), Row(2, 3, 4), Row(3, 8, 8)]).Split(Start.PlusDays(3));

        split.Calibration.Customers.Should().Equal(1, 2);
        split.Holdout.Customers.Should().Equal(1, 2);
        split.Calibration.Amounts.ToArray().Should().Equal(10_000, 40_000);
        split.Holdout.Amounts.ToArray().Should().Equal(20_000);
        split.Holdout.RowStarts.ToArray().Should().Equal(0, 1, 1);
        (split.HoldoutDays, split.LateCustomers).Should().Be((6, 1));
        split.Calibration.ObservedThrough.Should().Be(Start.PlusDays(3));
        split.Holdout.ObservedThrough.Should().Be(Start.PlusDays(9));
    }

    [Fact]
    public void Split_AtOrAfterTheEnd_IsRefused() =>
        PurchaseLog.From([Row(1, 0, 1)]).Invoking(log => log.Split(Start)).Should().Throw<ArgumentOutOfRangeException>();

    [SkippableFact]
    public void Split_Cdnow_HoldsOut1882Purchases()
    {
        // 39 weeks of calibration, 39 weeks held out; 1,882 is the actual that CLVTools reports.
        var split = Cdnow.Log().Split(Cdnow.CalibrationEnd);

        split.LateCustomers.Should().Be(0);
        split.HoldoutDays.Should().Be(39 * 7);
        CustomerSummaries.From(split.Holdout).PurchaseDays.ToArray().Sum().Should().Be(1882);
    }
}
