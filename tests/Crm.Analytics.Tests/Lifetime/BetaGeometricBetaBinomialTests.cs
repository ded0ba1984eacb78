using Crm.Analytics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class BetaGeometricBetaBinomialTests
{
    /// <summary>The estimates of the R package BTYD for the donations.</summary>
    private static readonly BetaGeometricBetaBinomial _btyd = new(1.203507, 0.749767, 0.656757, 2.783887);

    /// <summary>Fader, Hardie and Shang (2010): 11,104 supporters of a public radio station, six yearly opportunities, 22 patterns.</summary>
    private static RecencyFrequencyTable Donations()
    {
        var rows = TestData.Lines("donations.csv").Skip(1).Select(line => line.Split(',').Select(TestData.Number).ToArray()).ToArray();
        return RecencyFrequencyTable.From(
            rows.Select(row => new RecencyFrequency((int)row[0], row[1], row[2])).ToArray(), rows.Select(row => row[3]).ToArray());
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_Donations_FindsTheOptimum()
    {
        // The paper: 1.204, .750, .657, 2.783, -33225.6.
        var fit = BetaGeometricBetaBinomial.Fit(Donations());

        fit.LogLikelihood.Should().BeApproximately(-33225.581274, 1e-6);
        fit.Model.Alpha.Should().BeApproximately(1.2035222, 1.2e-4);
        fit.Model.Beta.Should().BeApproximately(0.7497164, 7.5e-5);
        fit.Model.Gamma.Should().BeApproximately(0.6567183, 6.5e-5);
        fit.Model.Delta.Should().BeApproximately(2.7834427, 2.8e-4);
        fit.Converged.Should().BeTrue();
        (fit.Customers, fit.DistinctHistories).Should().Be((11_104, 22));
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Predict_Donations_AreThePapers()
    {
        var table = Donations();
        var model = BetaGeometricBetaBinomial.Fit(table).Model;

        // Table 3 of the paper: alive in 2002 by (frequency, recency).
        model.ProbabilityAlive(new RecencyFrequency(0, 0, 6)).Should().BeApproximately(0.11, 0.005);
        model.ProbabilityAlive(new RecencyFrequency(2, 4, 6)).Should().BeApproximately(0.59, 0.005);
        model.ProbabilityAlive(new RecencyFrequency(6, 6, 6)).Should().BeApproximately(0.93, 0.005);
        // In sample 3454.9 with no and 1253.1 with six gifts; 12884.2 gifts in the five years held out.
        (11_104 * model.ProbabilityOfPurchases(0, 6)).Should().BeApproximately(3454.9, 0.05);
        (11_104 * model.ProbabilityOfPurchases(6, 6)).Should().BeApproximately(1253.1, 0.05);
        var expected = 0.0;
        for (var i = 0; i < table.Histories.Length; i++) expected += table.Weights[i] * model.ExpectedPurchases(table.Histories[i], 5);
        expected.Should().BeApproximately(12884.2, 0.5);
    }

    [Fact]
    public void Predictions_WithBtydParameters_MatchBtyd()
    {
        _btyd.ExpectedPurchases(10).Should().BeApproximately(3.179828, 2e-6);
        _btyd.ProbabilityAlive(new RecencyFrequency(0, 0, 6)).Should().BeApproximately(0.108149, 1e-6);
        _btyd.ProbabilityAlive(new RecencyFrequency(4, 5, 6)).Should().BeApproximately(0.696804, 1e-6);
        _btyd.ExpectedPurchases(new RecencyFrequency(0, 0, 6), 10).Should().BeApproximately(0.1302344, 1e-6);
        _btyd.ExpectedPurchases(new RecencyFrequency(4, 5, 6), 10).Should().BeApproximately(3.6279431, 5e-6);
        _btyd.DiscountedPurchases(new RecencyFrequency(4, 5, 6), 0.1).Should().BeApproximately(3.197058, 5e-6);
    }

    [Fact]
    public void ProbabilityOfPurchases_AllCounts_AddUpToOneAndToTheExpectation()
    {
        var customer = new RecencyFrequency(4, 5, 6);
        var newcomers = Enumerable.Range(0, 31).Select(n => _btyd.ProbabilityOfPurchases(n, 30)).ToArray();
        var known = Enumerable.Range(0, 31).Select(n => _btyd.ProbabilityOfPurchases(customer, n, 30)).ToArray();

        newcomers.Sum().Should().BeApproximately(1, 1e-12);
        newcomers.Select((p, n) => n * p).Sum().Should().BeApproximately(_btyd.ExpectedPurchases(30), 1e-11);
        known.Sum().Should().BeApproximately(1, 1e-12);
        known.Select((p, n) => n * p).Sum().Should().BeApproximately(_btyd.ExpectedPurchases(customer, 30), 1e-11);
    }

    [Fact]
    public void DiscountedPurchases_AreTheSumOfExpectedOnes()
    {
        var customer = new RecencyFrequency(4, 5, 6);
        var sum = Enumerable.Range(1, 400).Sum(n =>
            (_btyd.ExpectedPurchases(customer, n) - _btyd.ExpectedPurchases(customer, n - 1)) / Math.Pow(1.1, n));

        _btyd.DiscountedPurchases(customer, 0.1).Should().BeApproximately(sum, 1e-10);
    }

    [Fact]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences() =>
        Prop.ForAll(Gen.Choose(-250, 250).Select(n => n / 100.0).ArrayOf(4).ToArbitrary(), point => Derivatives.ShouldMatchDifferences(
            new BetaGeometricBetaBinomialLikelihood([new(0, 0, 0), new(0, 0, 6), new(1, 3, 6), new(4, 5, 6), new(6, 6, 6), new(3, 20, 25)], [2, 30, 12, 9, 6, 1], 0.01), point))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_RandomDonors_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from p in Gen.Choose(6, 20).ArrayOf(2)
             from gamma in Gen.Choose(6, 15)
             from delta in Gen.Choose(15, 40)
             from seed in Gen.Choose(0, 1_000_000)
             select (new BetaGeometricBetaBinomial(p[0] / 10.0, p[1] / 10.0, gamma / 10.0, delta / 10.0), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var random = new Random(seed);
                var rows = Enumerable.Range(0, 8_000).Select(_ => Draw(random, truth, 12)).ToArray();

                var fit = BetaGeometricBetaBinomial.Fit(RecencyFrequencyTable.From(rows));

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.Alpha, truth.Beta, truth.Gamma, truth.Delta);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Fit_HistoriesThatAreNotWhole_AreRefused()
    {
        ((Action)(() => BetaGeometricBetaBinomial.Fit(RecencyFrequencyTable.From([new(1, 2, 6), new(1, 2.5, 6)])))).Should().Throw<ArgumentException>();
        ((Action)(() => BetaGeometricBetaBinomial.Fit(RecencyFrequencyTable.From([new(3, 2, 6)])))).Should().Throw<ArgumentException>();
        _btyd.Invoking(model => model.ProbabilityAlive(new RecencyFrequency(2, 1, 6))).Should().Throw<ArgumentException>();
        _btyd.Invoking(model => model.DiscountedPurchases(new RecencyFrequency(2, 2, 6), 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static RecencyFrequency Draw(Random random, BetaGeometricBetaBinomial model, int opportunities)
    {
        var buying = Simulation.Beta(random, model.Alpha, model.Beta);
        var leaving = Simulation.Beta(random, model.Gamma, model.Delta);
        var (purchases, last) = (0, 0);
        for (var i = 1; i <= opportunities && random.NextDouble() >= leaving; i++)
        {
            if (random.NextDouble() < buying) (purchases, last) = (purchases + 1, i);
        }

        return new(purchases, last, opportunities);
    }
}
