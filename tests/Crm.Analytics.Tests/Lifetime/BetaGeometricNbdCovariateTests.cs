using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Tests.Lifetime;

/// <summary>Covariates: derivatives, the plain model as a special case, and recovery of what drew the buyers.</summary>
public sealed class BetaGeometricNbdCovariateTests
{
    private static readonly BetaGeometricNbdWithCovariates s_truth = new(
        new BetaGeometricNbd(0.8, 5, 0.9, 2.5), ["shop", "age"], [0.7, -0.25], [0.4, 0.1], [-0.3, 0.05]);

    [Fact]
    public void Likelihood_HasTheDerivativesOfItsDifferences()
    {
        var (table, covariates) = Draw(400, 3);
        var groups = new CovariateGroups(table, covariates);
        var (rows, weights) = groups.Histories(table);
        foreach (var penalty in new[] { 0, 0.01 })
            Derivatives.ShouldMatchDifferences(
                new BetaGeometricNbdCovariateLikelihood(rows, weights, groups.Values, penalty), [-0.2, 1.4, 0.1, 0.8, 0.5, -0.2, 0.2, 0.1, -0.1, 0.3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Check", "AN-04")]
    public void Fit_OfSimulatedBuyers_RecoversTheirParameters(int seed)
    {
        var (table, covariates) = Draw(20_000, seed);
        var fit = BetaGeometricNbdWithCovariates.Fit(table, covariates);
        fit.Converged.Should().BeTrue();
        double[] truth = [s_truth.AtZero.R, s_truth.AtZero.Alpha, s_truth.AtZero.A, s_truth.AtZero.B, .. s_truth.Buying, .. s_truth.LeavingA, .. s_truth.LeavingB];
        fit.Parameters.Select(p => p.Name).Should().Equal("r", "alpha", "a", "b", "buying.shop", "buying.age", "a.shop", "a.age", "b.shop", "b.age");
        for (var i = 0; i < truth.Length; i++)
        {
            var (name, value, error) = fit.Parameters[i];
            Math.Abs(value - truth[i]).Should().BeLessThan(5 * error!.Value, $"{name} is {value} ± {error}, drawn with {truth[i]}");
        }

        fit.Parameters[4].StandardError.Should().BeLessThan(0.1, "twenty thousand buyers say how much faster a shop sells");
        fit.LogLikelihood.Should().BeGreaterThan(BetaGeometricNbd.Fit(table).LogLikelihood + 100).And.BeGreaterThan(s_truth.LogLikelihood(table, covariates));
    }

    [Fact]
    [Trait("Check", "AN-04")]
    public void Predictions_AreThoseOfTheModelForTheCovariates()
    {
        var (table, covariates) = Draw(300, 5);
        var (alive, next) = (s_truth.ProbabilityAlive(table, covariates), s_truth.ExpectedPurchases(table, covariates, 26));
        for (var row = 0; row < 300; row++)
        {
            var own = s_truth.For([covariates[0].Values.Span[row], covariates[1].Values.Span[row]]);
            var history = table.Histories[table.HistoryOf[row]];
            alive[row].Should().Be(own.ProbabilityAlive(history));
            next[row].Should().Be(own.ExpectedPurchases(history, 26));
        }

        s_truth.For([0, 0]).Should().Be(s_truth.AtZero);
        s_truth.For([1, 0]).Alpha.Should().BeApproximately(5 * Math.Exp(-0.7), 1e-12);
    }

    [Fact]
    public void LogLikelihood_WithoutEffects_IsThatOfThePlainModel()
    {
        var (table, covariates) = Draw(500, 7);
        var plain = new BetaGeometricNbd(0.6, 4, 0.8, 2);
        new BetaGeometricNbdWithCovariates(plain, ["shop", "age"], [0, 0], [0, 0], [0, 0]).LogLikelihood(table, covariates)
            .Should().BeApproximately(plain.LogLikelihood(table), 1e-8);
    }

    [Fact]
    public void Fit_OfNoise_FindsNoEffect()
    {
        var (table, _) = Draw(5_000, 9, new BetaGeometricNbdWithCovariates(s_truth.AtZero, ["shop", "age"], [0, 0], [0, 0], [0, 0]));
        var random = new Random(10);
        var noise = new CustomerCovariate("coin", Enumerable.Range(0, 5_000).Select(_ => (double)random.Next(2)).ToArray());
        var fit = BetaGeometricNbdWithCovariates.Fit(table, [noise]);
        Math.Abs(fit.Model.Buying[0]).Should().BeLessThan(4 * fit.Parameters[4].StandardError!.Value);
    }

    [Fact]
    public void Fit_OfUnusableCovariates_SaysWhich()
    {
        var (table, covariates) = Draw(50, 11);
        Refused(() => BetaGeometricNbdWithCovariates.Fit(table, []), "no covariate");
        Refused(() => BetaGeometricNbdWithCovariates.Fit(table, [covariates[0], covariates[0]]), "Two covariates are called shop");
        Refused(() => BetaGeometricNbdWithCovariates.Fit(table, [new CustomerCovariate("short", new double[3])]), "short has 3 values");
        Refused(() => BetaGeometricNbdWithCovariates.Fit(table, [new CustomerCovariate("flat", new double[50])]), "flat is the same");
        var broken = new double[50];
        broken[7] = double.NaN;
        Refused(() => BetaGeometricNbdWithCovariates.Fit(table, [new CustomerCovariate("broken", broken)]), "Row 7 of broken");
        var weighted = RecencyFrequencyTable.From([new(1, 2, 3), new(0, 0, 3)], [2, 5]);
        Refused(() => BetaGeometricNbdWithCovariates.Fit(weighted, [new CustomerCovariate("x", new double[] { 0, 1 })]), "without a weight");
        Refused(() => s_truth.For([1]), "2 finite values");
    }

    private static void Refused(Action act, string why) => act.Should().Throw<ArgumentException>().WithMessage($"*{why}*");

    private static (RecencyFrequencyTable Table, CustomerCovariate[] Covariates) Draw(int customers, int seed, BetaGeometricNbdWithCovariates? truth = null)
    {
        var random = new Random(seed);
        var (shop, age) = (new double[customers], new double[customers]);
        var rows = new RecencyFrequency[customers];
        for (var i = 0; i < customers; i++)
        {
            (shop[i], age[i]) = (random.Next(2), random.Next(-2, 3));
            rows[i] = SimulatedBuyers.Draw((truth ?? s_truth).For([shop[i], age[i]]), 1, 60, random.Next())[0];
        }

        return (RecencyFrequencyTable.From(rows, unit: TimeUnit.Week), [new CustomerCovariate("shop", shop), new CustomerCovariate("age", age)]);
    }
}
