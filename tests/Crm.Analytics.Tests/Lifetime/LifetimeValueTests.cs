using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class LifetimeValueTests
{
    [SkippableFact]
    [Trait("Check", "AN-05")]
    public void Predict_Cdnow_IsSpendTimesDiscountedPurchasesTimesMargin()
    {
        var (summaries, purchases, spend) = Fit();
        var options = new LifetimeValueOptions { Margin = 0.3, AnnualDiscountRate = 0.15 };

        var table = LifetimeValue.Predict(summaries, purchases, spend, options);

        // Customer 1516 of the sample: 26 repeat purchases to week 30.86 of 31; DERT about 86 at 15 % a year (BTYD with .0027 a week).
        var best = summaries.Customers.Find(1516);
        table.DiscountedPurchases[best].Should().BeApproximately(86, 1.5);
        table.ExpectedSpend[best].Should().BeApproximately(spend.Model.ExpectedSpend(new SpendHistory(26, summaries.Monetary[best])), 1e-12);
        table.Predicted[best].Should().BeApproximately(0.3 * table.ExpectedSpend[best] * table.DiscountedPurchases[best], 1e-9);
        table.Historic[best].Should().BeApproximately(0.3 * (double)summaries[best].Total, 1e-6);
        table.Total.Should().BeApproximately(table.Predicted.Sum(), 1e-6);
    }

    [SkippableFact]
    [Trait("Check", "AN-05")]
    public void Predict_Interval_HoldsTheValueAndNarrowsWithLessConfidence()
    {
        var (summaries, purchases, spend) = Fit();

        var wide = LifetimeValue.Predict(summaries, purchases, spend, new LifetimeValueOptions { HorizonDays = 365, Confidence = 0.95 });
        var narrow = LifetimeValue.Predict(summaries, purchases, spend, new LifetimeValueOptions { HorizonDays = 365, Confidence = 0.5 });

        for (var i = 0; i < summaries.Count; i++)
        {
            wide.Lower![i].Should().BeLessThan(narrow.Lower![i]);
            narrow.Lower[i].Should().BeLessThan(narrow.Predicted[i]);
            narrow.Predicted[i].Should().BeLessThan(narrow.Upper![i]);
            narrow.Upper[i].Should().BeLessThan(wide.Upper![i]);
        }

        // Some 5 to 15 % of the total for 2,357 customers.
        var (lower, upper) = wide.TotalInterval!.Value;
        (upper / lower).Should().BeInRange(1.05, 1.6);
    }

    [Fact]
    public void Predict_Interval_CoversTheTruthOfSimulatedBuyersAsOftenAsItSays()
    {
        // 40 samples of buyers with known parameters: the 80 % interval of the expected value of one history.
        var (truth, spendTruth) = (new ParetoNbd(0.9, 6, 1.1, 15), new GammaGamma(5, 4, 60));
        var covered = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var log = Draw(random, truth, spendTruth, 800, 400);
            var summaries = CustomerSummaries.From(log);
            var purchases = ParetoNbd.Fit(RecencyFrequencyTable.From(summaries));
            var spend = GammaGamma.Fit(SpendTable.From(summaries));
            var options = new LifetimeValueOptions { HorizonDays = 364, Confidence = 0.8 };
            var table = LifetimeValue.Predict(summaries, purchases, spend, options);
            var expected = 0.0;
            for (var i = 0; i < summaries.Count; i++)
            {
                var history = new RecencyFrequency(summaries.Frequencies[i], summaries.RecencyDays[i] / 7.0, summaries.AgeDays[i] / 7.0);
                expected += truth.DiscountedPurchases(history, Math.Log(1.1) * 7 / 365.25, 52) * spendTruth.ExpectedSpend(new SpendHistory(history.Frequency, summaries.Monetary[i]));
            }

            if (expected >= table.TotalInterval!.Value.Lower && expected <= table.TotalInterval.Value.Upper) covered++;
        }

        covered.Should().BeInRange(24, 39, "32 of 40 are expected, give or take three standard deviations of 2.5");
    }

    [Fact]
    public void Predict_UnidentifiedFit_HasNoIntervalAndSaysWhy()
    {
        var log = PurchaseLog.From([new PurchaseRow(1, new LocalDate(2026, 1, 1), 10), new PurchaseRow(1, new LocalDate(2026, 2, 1), 12), new PurchaseRow(2, new LocalDate(2026, 1, 5), 9), new PurchaseRow(3, new LocalDate(2026, 1, 5), -9)]);
        var summaries = CustomerSummaries.From(log);
        var table = LifetimeValue.Predict(
            summaries, ParetoNbd.Fit(RecencyFrequencyTable.From(summaries)), GammaGamma.Fit(SpendTable.From(summaries)));

        table.Warnings.Should().NotBeEmpty();
        table.Predicted[2].Should().Be(double.NaN, "the third customer has nothing but a return");
        table.Historic[2].Should().Be(-9);
        table.Total.Should().NotBe(double.NaN);
    }

    [SkippableFact]
    public void Predict_BadOptions_AreRefused()
    {
        var (summaries, purchases, spend) = Fit();
        Refused(new() { Margin = 0 });
        Refused(new() { AnnualDiscountRate = -0.1 });
        Refused(new() { AnnualDiscountRate = 0 });
        Refused(new() { HorizonDays = double.NaN });
        Refused(new() { Confidence = 1 });

        void Refused(LifetimeValueOptions options) =>
            ((Action)(() => LifetimeValue.Predict(summaries, purchases, spend, options))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static (CustomerSummaries Summaries, ModelFit<ParetoNbd> Purchases, ModelFit<GammaGamma> Spend) Fit()
    {
        var summaries = CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd));
        return (summaries, ParetoNbd.Fit(RecencyFrequencyTable.From(summaries)), GammaGamma.Fit(SpendTable.From(summaries)));
    }

    private static PurchaseLog Draw(Random random, ParetoNbd model, GammaGamma spend, int customers, int days) => PurchaseLog.From(
        Enumerable.Range(1, customers).SelectMany(customer =>
        {
            var rate = Simulation.Gamma(random, model.R) / model.Alpha / 7;
            var end = Math.Min(days, 7 * Simulation.Exponential(random, Simulation.Gamma(random, model.S) / model.Beta));
            var nu = Simulation.Gamma(random, spend.Q) / spend.V;
            var rows = new List<PurchaseRow>();
            for (var day = 0.0; day <= end; day += Simulation.Exponential(random, rate))
                rows.Add(new(customer, DayNumber.ToDate((int)day), (decimal)Math.Round(Simulation.Gamma(random, spend.P) / nu, 2)));
            return rows;
        })).Observe(DayNumber.ToDate(days));
}
