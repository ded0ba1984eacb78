using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class ModifiedBetaGeometricNbdTests
{
    private static readonly ModifiedBetaGeometricNbd _optimum = new(0.5248381, 6.1829927, 0.8913561, 1.6139990);

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_PublishedCdnowSummary_FindsTheOptimum()
    {
        // The R package BTYDplus: .525, 6.183, .891, 1.614.
        var fit = ModifiedBetaGeometricNbd.Fit(Cdnow.PublishedTable());

        fit.LogLikelihood.Should().BeApproximately(-9582.132685, 1e-6);
        fit.Model.R.Should().BeApproximately(0.5248381, 5.2e-6);
        fit.Model.Alpha.Should().BeApproximately(6.1829927, 6.2e-5);
        fit.Model.A.Should().BeApproximately(0.8913561, 8.9e-6);
        fit.Model.B.Should().BeApproximately(1.6139990, 1.6e-5);
        fit.Converged.Should().BeTrue();
        fit.Notes.Should().BeEmpty();
    }

    [SkippableFact]
    public void Fit_RawCdnowLog_AgreesWithBtydPlus()
    {
        var fit = ModifiedBetaGeometricNbd.Fit(RecencyFrequencyTable.From(CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd))));

        fit.LogLikelihood.Should().BeApproximately(-9582.1357, 5e-5);
        fit.Model.R.Should().BeApproximately(0.524844, 5.3e-5);
        fit.Model.Alpha.Should().BeApproximately(6.183093, 6.2e-4);
        fit.Model.A.Should().BeApproximately(0.891388, 8.9e-5);
        fit.Model.B.Should().BeApproximately(1.614048, 1.6e-4);
    }

    [Fact]
    [Trait("Check", "AN-04")]
    public void Predictions_OfThePapersCustomer_MatchBtydPlus()
    {
        // With the estimates of BTYDplus on unrounded weeks.
        var model = new ModifiedBetaGeometricNbd(0.524844, 6.183093, 0.891388, 1.614048);
        var customer = new RecencyFrequency(2, 30.43, 38.86);
        model.ExpectedPurchases(customer, 39).Should().BeApproximately(1.262657, 1e-6);
        model.ProbabilityAlive(customer).Should().BeApproximately(0.706122, 1e-6);
    }

    [Fact]
    public void ProbabilityAlive_WithoutRepeat_FallsWithTime()
    {
        var alive = new[] { 0, 10, 100, 1000.0 }.Select(age => _optimum.ProbabilityAlive(new RecencyFrequency(0, 0, age))).ToArray();

        alive.Should().BeInDescendingOrder();
        alive[0].Should().BeApproximately(1.6139990 / (1.6139990 + 0.8913561), 1e-12, "he may have left right after the first purchase");
    }

    [Fact]
    public void LogLikelihood_OneHistory_IsThePapersFormula()
    {
        // x = 1 and r = 1: left after either purchase of the two is not possible before the second.
        var (alpha, a, b, early, age) = (2.0, 0.5, 1.5, 3.0, 8.0);
        var stayedOnce = a * b / ((a + b) * (a + b + 1)) / Math.Pow(alpha + early, 2);
        var stayedTwice = b * (b + 1) / ((a + b) * (a + b + 1)) / Math.Pow(alpha + age, 2);
        new ModifiedBetaGeometricNbd(1, alpha, a, b).LogLikelihood(RecencyFrequencyTable.From([new(1, early, age)]))
            .Should().BeApproximately(Math.Log(alpha * (stayedOnce + stayedTwice)), 1e-14);
    }

    [Theory]
    [InlineData(0.5248381, 6.1829927, 0.8913561, 1.6139990, 20)]
    [InlineData(3, 2, 1, 1, 5)]
    [InlineData(8, 4, 5, 40, 10)]
    public void ProbabilityOfPurchases_AllCounts_AddUpToOneAndToTheExpectation(double r, double alpha, double a, double b, double time)
    {
        var (model, customer) = (new ModifiedBetaGeometricNbd(r, alpha, a, b), new RecencyFrequency(3, 8, 11));
        var newcomers = Enumerable.Range(0, 400).Select(n => model.ProbabilityOfPurchases(n, time)).ToArray();
        var known = Enumerable.Range(0, 400).Select(n => model.ProbabilityOfPurchases(customer, n, time)).ToArray();

        newcomers.Sum().Should().BeApproximately(1, 1e-12);
        newcomers.Select((probability, n) => n * probability).Sum().Should().BeApproximately(model.ExpectedPurchases(time), 1e-10);
        known.Sum().Should().BeApproximately(1, 1e-12);
        known.Select((probability, n) => n * probability).Sum().Should().BeApproximately(model.ExpectedPurchases(customer, time), 1e-10);
    }

    [Fact]
    public void DiscountedPurchases_WithoutDiscount_AreTheExpectedOnes()
    {
        var customer = new RecencyFrequency(2, 30.43, 38.86);
        _optimum.DiscountedPurchases(customer, 0, 39).Should().BeApproximately(_optimum.ExpectedPurchases(customer, 39), 1e-10);
        var parts = _optimum.DiscountedPurchases(customer, 0.01, 39);
        parts.Should().BeInRange(Math.Exp(-0.39) * 1.2626, 1.2627);
        _optimum.DiscountedPurchases(customer, 0.01, double.PositiveInfinity).Should().BeGreaterThan(parts);
    }

    [Fact]
    public void Fit_RandomBuyers_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from r in Gen.Choose(5, 20)
             from alpha in Gen.Choose(3, 12)
             from a in Gen.Choose(5, 15)
             from b in Gen.Choose(10, 30)
             from seed in Gen.Choose(0, 1_000_000)
             select (new ModifiedBetaGeometricNbd(r / 10.0, alpha, a / 10.0, b / 10.0), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var rows = SimulatedBuyers.Draw(new(truth.R, truth.Alpha, truth.A, truth.B), 8_000, 104, seed, leaveAtOnce: true);
                var fit = ModifiedBetaGeometricNbd.Fit(RecencyFrequencyTable.From(rows));

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.R, truth.Alpha, truth.A, truth.B);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));
}
