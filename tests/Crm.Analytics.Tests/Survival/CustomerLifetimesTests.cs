using Crm.Analytics.Purchases;
using Crm.Analytics.Survival;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Survival;

public sealed class CustomerLifetimesTests
{
    [Fact]
    public void BySilence_Customers_EndWithTheirFirstLongSilence()
    {
        // 1 buys to the end, 2 stops, 3 pauses for too long and comes back, 4 has only a return.
        var log = PurchaseLog.From([Row(1, 0, 1), Row(1, 30, 1), Row(1, 55, 1), Row(2, 5, 1), Row(2, 10, 1), Row(3, 0, 1), Row(3, 41, 1), Row(4, 3, -1)]);
        var lifetimes = CustomerLifetimes.BySilence(log, 30, Start.PlusDays(60));

        lifetimes.Customers.Should().Equal(0, 1, 2);
        lifetimes.Sample.Durations.ToArray().Should().Equal(60, 35, 30);
        lifetimes.Sample.Observed.ToArray().Should().Equal(false, true, true);
    }

    [Fact]
    public void BySilence_EmptyLog_HasNoLifetime() =>
        CustomerLifetimes.BySilence(PurchaseLog.From([]), 30).Sample.Count.Should().Be(0);
}
