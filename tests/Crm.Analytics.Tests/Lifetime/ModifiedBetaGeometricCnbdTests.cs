using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class ModifiedBetaGeometricCnbdTests
{
    private static readonly RecencyFrequency[] _histories =
        [new(0, 0, 0), new(0, 0, 30), new(1, 4, 30), new(1, 20, 28), new(3, 25, 30), new(7, 12, 29), new(40, 27, 28)];

    [SkippableFact]
    public void Fit_OneEventPerPurchase_IsMbgNbd()
    {
        var table = Cdnow.PublishedTable();
        var fit = ModifiedBetaGeometricCnbd.Fit(table, 1);

        fit.LogLikelihood.Should().BeApproximately(-9582.132685, 1e-6);
        fit.Model.R.Should().BeApproximately(0.5248381, 5.2e-6);
        fit.Converged.Should().BeTrue();
        var same = new ModifiedBetaGeometricNbd(fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B);
        var customer = new RecencyFrequency(2, 30.43, 38.86);
        fit.Model.ProbabilityAlive(customer).Should().BeApproximately(same.ProbabilityAlive(customer), 1e-13);
        fit.Model.ExpectedPurchases(customer, 39).Should().BeApproximately(same.ExpectedPurchases(customer, 39), 1e-11);
        fit.Model.ExpectedPurchases(39).Should().BeApproximately(same.ExpectedPurchases(39), 1e-11);
        fit.Model.ProbabilityOfPurchases(customer, 3, 39).Should().BeApproximately(same.ProbabilityOfPurchases(customer, 3, 39), 1e-13);
        fit.Model.DiscountedPurchases(customer, 0.002, double.PositiveInfinity)
            .Should().BeApproximately(same.DiscountedPurchases(customer, 0.002, double.PositiveInfinity), 1e-9);
        fit.Model.DiscountedPurchases(customer, 0.01, 52).Should().BeApproximately(same.DiscountedPurchases(customer, 0.01, 52), 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences(int k) =>
        Prop.ForAll(Gen.Choose(-250, 250).Select(n => n / 100.0).ArrayOf(4).ToArbitrary(), point => Derivatives.ShouldMatchDifferences(
            new ModifiedBetaGeometricCnbdLikelihood(_histories, [1, 50, 12, 9, 6, 0.5, 2], k, 0.01), point)).QuickCheckThrowOnFailure();

    [Fact]
    public void LogLikelihood_OneHistory_IsThePapersFormula()
    {
        // x = 1, k = 2, r = 1: left with either purchase, or alive with none or one event since.
        var (alpha, a, b, early, age) = (2.0, 0.5, 1.5, 3.0, 8.0);
        var leave = a * b / ((a + b) * (a + b + 1)) * 2 / Math.Pow(alpha + early, 3);
        var stay = b * (b + 1) / ((a + b) * (a + b + 1)) * ((2 / Math.Pow(alpha + age, 3)) + ((age - early) * 6 / Math.Pow(alpha + age, 4)));
        new ModifiedBetaGeometricCnbd(2, 1, alpha, a, b).LogLikelihood(RecencyFrequencyTable.From([new(1, early, age)]))
            .Should().BeApproximately(Math.Log(alpha * (leave + stay)), 1e-14);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void ProbabilityOfPurchases_AllCounts_AddUpToOneAndToTheExpectation(int k)
    {
        var (model, customer) = (new ModifiedBetaGeometricCnbd(k, 1.4, 3, 0.8, 3), new RecencyFrequency(6, 28, 31));
        var newcomers = Enumerable.Range(0, 300).Select(n => model.ProbabilityOfPurchases(n, 26)).ToArray();
        var known = Enumerable.Range(0, 300).Select(n => model.ProbabilityOfPurchases(customer, n, 26)).ToArray();

        newcomers.Sum().Should().BeApproximately(1, 1e-11);
        newcomers.Select((p, n) => n * p).Sum().Should().BeApproximately(model.ExpectedPurchases(26), 1e-9);
        known.Sum().Should().BeApproximately(1, 1e-11);
        known.Select((p, n) => n * p).Sum().Should().BeApproximately(model.ExpectedPurchases(customer, 26), 1e-9);
    }

    [Fact]
    public void ProbabilityAlive_RegularBuyerOverdue_FallsFasterThanWithoutRegularity()
    {
        var overdue = new RecencyFrequency(10, 40, 52);

        new ModifiedBetaGeometricCnbd(4, 1, 1, 0.8, 3).ProbabilityAlive(overdue)
            .Should().BeLessThan(new ModifiedBetaGeometricCnbd(1, 1, 4, 0.8, 3).ProbabilityAlive(overdue));
    }

    [Fact]
    public void Fit_RandomRegularBuyers_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from k in Gen.Choose(2, 4)
             from r in Gen.Choose(8, 20)
             from alpha in Gen.Choose(2, 6)
             from a in Gen.Choose(5, 12)
             from b in Gen.Choose(15, 35)
             from seed in Gen.Choose(0, 1_000_000)
             select (new ModifiedBetaGeometricCnbd(k, r / 10.0, alpha, a / 10.0, b / 10.0), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var rows = SimulatedBuyers.Draw(
                    new(truth.R, truth.Alpha, truth.A, truth.B), 5_000, 104, seed, leaveAtOnce: true, regularity: truth.Regularity);

                var fit = ModifiedBetaGeometricCnbd.Fit(RecencyFrequencyTable.From(rows), truth.Regularity);

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.R, truth.Alpha, truth.A, truth.B);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [SkippableFact]
    public void FitRegularity_Cdnow_FindsNoRegularity()
    {
        // Buyers of music are as good as random.
        var log = Cdnow.Log().Observe(Cdnow.CalibrationEnd);

        var fit = ModifiedBetaGeometricCnbd.FitRegularity(log, CustomerSummaries.From(log), maximum: 4);

        fit.Model.Regularity.Should().Be(1);
        fit.LogLikelihood.Should().BeApproximately(-9582.1357, 5e-5);
    }

    [Fact]
    public void FitRegularity_BuyersWithKnownRegularity_FindsIt()
    {
        var random = new Random(11);
        var rows = Enumerable.Range(1, 1_500).SelectMany(customer =>
        {
            var (rate, day, days) = (Simulation.Gamma(random, 2) / 40, (double)random.Next(90), new List<int>());
            for (; day < 700; day += Simulation.Gamma(random, 3) / rate)
            {
                days.Add((int)day);
                if (random.NextDouble() < 0.15) break;
            }

            return days.Select(d => new PurchaseRow(customer, DayNumber.ToDate(d), 10m));
        });
        var log = PurchaseLog.From(rows).Observe(DayNumber.ToDate(700));

        ModifiedBetaGeometricCnbd.FitRegularity(log, CustomerSummaries.From(log)).Model.Regularity.Should().Be(3);
    }

    [Fact]
    public void Fit_BadRegularity_IsRefused()
    {
        var table = RecencyFrequencyTable.From([new(1, 2, 3)]);
        ((Action)(() => ModifiedBetaGeometricCnbd.Fit(table, 0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => ModifiedBetaGeometricCnbd.Fit(table, 51))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
