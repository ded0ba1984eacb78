using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class BetaGeometricNbdFitTests
{
    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_PublishedCdnowSummary_FindsTheOptimum()
    {
        var fit = BetaGeometricNbd.Fit(Cdnow.PublishedTable());

        fit.Model.R.Should().BeApproximately(0.2425929, 2.4e-6);
        fit.Model.Alpha.Should().BeApproximately(4.4135318, 4.4e-5);
        fit.Model.A.Should().BeApproximately(0.7928862, 7.9e-6);
        fit.Model.B.Should().BeApproximately(2.4257539, 2.4e-5);
        fit.LogLikelihood.Should().BeApproximately(-9582.425561, 1e-6);
        fit.Converged.Should().BeTrue();
        fit.GradientNorm.Should().BeLessThan(3e-5);
        fit.Warnings.Should().BeEmpty();
        fit.Customers.Should().Be(2357);
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_RawCdnowLog_ShowsModelParametersAndWindow()
    {
        // BTYD and CLVTools on unrounded weeks: .242598 4.413684 .792990 2.426167 and .242595 4.413602 .792920 2.425888.
        var summaries = CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd));
        var fit = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries));

        fit.LogLikelihood.Should().BeApproximately(-9582.4292, 5e-5);
        fit.Model.R.Should().BeApproximately(0.24260, 2.4e-5);
        fit.Model.Alpha.Should().BeApproximately(4.4137, 4.4e-4);
        fit.Model.A.Should().BeApproximately(0.79296, 7.9e-5);
        fit.Model.B.Should().BeApproximately(2.4260, 2.4e-4);
        fit.ModelName.Should().Be("BG/NBD");
        fit.Parameters.Select(parameter => parameter.Name).Should().Equal("r", "alpha", "a", "b");
        fit.Parameters.Should().OnlyContain(parameter => parameter.StandardError > 0 && parameter.StandardError < parameter.Value);
        fit.Window.Should().Be(new ObservationWindow(new LocalDate(1997, 1, 1), Cdnow.CalibrationEnd));
        fit.Unit.Should().Be(TimeUnit.Week);
    }

    [SkippableFact]
    public void Fit_OtherUnit_ScalesAlphaAndShiftsTheLikelihood()
    {
        var summaries = CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd));
        var weeks = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries, TimeUnit.Week));
        var days = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(summaries, TimeUnit.Day));

        days.Model.Alpha.Should().BeApproximately(weeks.Model.Alpha * 7, 1e-5);
        days.Model.B.Should().BeApproximately(weeks.Model.B, 1e-6);
        days.LogLikelihood.Should().BeApproximately(weeks.LogLikelihood - (summaries.Total().Frequency * Math.Log(7)), 1e-6);
    }

    [SkippableFact]
    public void Fit_Holdout_TracksTheActualPurchases()
    {
        // 39 weeks held out had 1,882 purchases.
        var split = Cdnow.Log().Split(Cdnow.CalibrationEnd);
        var table = RecencyFrequencyTable.From(CustomerSummaries.From(split.Calibration));

        var expected = BetaGeometricNbd.Fit(table).Model.ExpectedPurchases(table, split.HoldoutDays / 7.0);

        expected.Should().HaveCount(2357);
        expected.Sum().Should().BeInRange(1882 * 0.85, 1882 * 1.15);
    }

    [Fact]
    public void Fit_SimulatedBuyers_RecoversTheParametersWithinTheirErrors()
    {
        double[] truth = [0.8, 6, 0.9, 2.5];
        var table = RecencyFrequencyTable.From(SimulatedBuyers.Draw(new(truth[0], truth[1], truth[2], truth[3]), 20_000, 52, seed: 7));

        var fit = BetaGeometricNbd.Fit(table);

        fit.Converged.Should().BeTrue();
        for (var i = 0; i < truth.Length; i++)
            Math.Abs(fit.Parameters[i].Value - truth[i]).Should().BeLessThan(4 * fit.Parameters[i].StandardError!.Value);
    }

    [Fact]
    public void Fit_WeightsOrRepeatedRows_AreTheSame()
    {
        var rows = SimulatedBuyers.Draw(new(0.8, 6, 0.9, 2.5), 500, 52, seed: 3);
        var weights = rows.Select((_, i) => (double)(i % 4)).ToArray();
        var repeated = rows.Zip(weights).SelectMany(pair => Enumerable.Repeat(pair.First, (int)pair.Second)).Reverse().ToArray();

        var weighted = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(rows, weights));
        var plain = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(repeated));

        plain.LogLikelihood.Should().BeApproximately(weighted.LogLikelihood, 1e-9);
        plain.Model.B.Should().BeApproximately(weighted.Model.B, 1e-6);
        plain.Customers.Should().Be(weighted.Customers).And.Be(weights.Sum());
        weighted.Converged.Should().BeTrue();
    }

    [Fact]
    public void Fit_Penalty_PullsParametersTowardsZero()
    {
        var table = RecencyFrequencyTable.From(SimulatedBuyers.Draw(new(0.8, 6, 0.9, 2.5), 500, 52, seed: 3));

        var free = BetaGeometricNbd.Fit(table);
        var penalised = BetaGeometricNbd.Fit(table, new FitOptions { Penalty = 0.01 });

        penalised.Model.Alpha.Should().BeLessThan(free.Model.Alpha);
        penalised.LogLikelihood.Should().BeLessThan(free.LogLikelihood);
        penalised.Converged.Should().BeTrue();
    }

    [Fact]
    public void Fit_CustomersWhoNeverDropOut_WarnsThatParametersRunAway()
    {
        var steady = Enumerable.Range(1, 60).Select(i => new RecencyFrequency(i, 50, 50)).ToArray();

        var fit = BetaGeometricNbd.Fit(RecencyFrequencyTable.From(steady));

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().Contain(warning => warning.Code == FitWarningCode.ParameterRunsAway);
    }

    [Fact]
    public void Fit_NoRepeatPurchases_WarnsAndDoesNotConverge()
    {
        var fit = BetaGeometricNbd.Fit(RecencyFrequencyTable.From([new(0, 0, 10), new(0, 0, 5)]));

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().Contain(warning => warning.Code == FitWarningCode.NoRepeatPurchases);
    }

    [Fact]
    public void Fit_SingleCustomer_WarnsThatParametersRunAway()
    {
        var fit = BetaGeometricNbd.Fit(RecencyFrequencyTable.From([new(3, 20, 22)]));

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().Contain(warning => warning.Code == FitWarningCode.ParameterRunsAway);
    }

    [Fact]
    public void Fit_NoCustomers_IsRefused() =>
        ((Action)(() => BetaGeometricNbd.Fit(RecencyFrequencyTable.From(ReadOnlySpan<RecencyFrequency>.Empty)))).Should().Throw<ArgumentException>();

    [Fact]
    public void Fit_BadOption_IsRefused() =>
        ((Action)(() => BetaGeometricNbd.Fit(RecencyFrequencyTable.From([new(1, 2, 3)]), new FitOptions { Penalty = -1 })))
            .Should().Throw<ArgumentOutOfRangeException>();
}
