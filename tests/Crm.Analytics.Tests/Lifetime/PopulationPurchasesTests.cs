using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class PopulationPurchasesTests
{
    private static readonly BetaGeometricNbd _model = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void PopulationPurchases_StartersOnTwoDays_CountFromTheirOwnStart()
    {
        var summaries = Summarise(Row(1, 0, 5), Row(2, 7, 5), Row(3, 7, 5), Row(4, 3, -5));

        var curve = _model.PopulationPurchases(summaries, TimeUnit.Week, [0, 1, 11]);

        curve.Expected[0].Should().Be(0);
        curve.Expected[1].Should().Be(_model.ExpectedPurchases(1));
        curve.Expected[2].Should().BeApproximately(_model.ExpectedPurchases(11) + (2 * _model.ExpectedPurchases(10)), 1e-12);
    }

    [Fact]
    public void PopulationPurchases_WithoutPurchases_IsRefused() =>
        _model.Invoking(m => m.PopulationPurchases(CustomerSummaries.From(PurchaseLog.From([])), TimeUnit.Week, [1]))
            .Should().Throw<ArgumentException>();

    [SkippableFact]
    public void PopulationPurchases_Cdnow_TracksTheCalibration()
    {
        var summaries = CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd));
        var curve = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries)).Model.PopulationPurchases(summaries, TimeUnit.Week, [272 / 7.0]);

        // The tracking plot of Fader, Hardie and Lee (2005) stays within a few percent of the actual purchases.
        curve.Expected[0].Should().BeInRange(summaries.Total().Frequency * 0.95, summaries.Total().Frequency * 1.05);
    }
}
