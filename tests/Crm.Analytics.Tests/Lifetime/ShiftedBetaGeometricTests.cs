using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class ShiftedBetaGeometricTests
{
    /// <summary>Fader and Hardie (2007): of 1,000 customers, those who still have the service after each of seven renewals.</summary>
    private static readonly double[] _highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

    private static readonly double[] _regular = [1000, 631, 468, 382, 326, 289, 262, 241];

    [Fact]
    [Trait("Check", "AN-04")]
    public void Fit_HighEndAndRegular_AreThePapers()
    {
        // The paper: .668, 3.806 and .704, 1.182.
        var highEnd = ShiftedBetaGeometric.Fit(ContractTable.FromSurvivors(_highEnd));
        highEnd.Model.Alpha.Should().BeApproximately(0.6680884, 6.7e-6);
        highEnd.Model.Beta.Should().BeApproximately(3.8060956, 3.8e-5);
        highEnd.LogLikelihood.Should().BeApproximately(-1611.158147, 1e-6);
        highEnd.Model.Survival(12).Should().BeApproximately(0.377999, 1e-6);
        highEnd.Converged.Should().BeTrue();
        highEnd.GradientNorm.Should().BeLessThan(3e-5);
        highEnd.Customers.Should().Be(1000);

        var regular = ShiftedBetaGeometric.Fit(ContractTable.FromSurvivors(_regular));
        regular.Model.Alpha.Should().BeApproximately(0.7040773, 7e-6);
        regular.Model.Beta.Should().BeApproximately(1.1820430, 1.2e-5);
        regular.LogLikelihood.Should().BeApproximately(-1680.265188, 1e-6);
        regular.Model.Survival(12).Should().BeApproximately(0.170037, 1e-6);
    }

    [Fact]
    public void Survival_IsTheProductOfRetentionRatesWhichRise()
    {
        var model = new ShiftedBetaGeometric(0.668, 3.806);
        var product = 1.0;
        for (var n = 0; n < 40; n++)
        {
            model.Survival(n).Should().BeApproximately(product, 1e-13);
            model.ProbabilityOfCancelling(n).Should().BeApproximately(model.Survival(n) - model.Survival(n + 1), 1e-13);
            model.RetentionRate(n + 1).Should().BeGreaterThan(model.RetentionRate(n));
            product *= model.RetentionRate(n);
        }
    }

    [Theory]
    [InlineData(0.668, 3.806, 0, 0.1)]
    [InlineData(0.704, 1.182, 4, 0.02)]
    [InlineData(3, 0.4, 1, 0.5)]
    public void DiscountedRenewals_AreTheSumOfSurvivors(double alpha, double beta, int renewals, double rate)
    {
        var model = new ShiftedBetaGeometric(alpha, beta);
        var terms = Enumerable.Range(1, 2_500).Select(j => model.Survival(renewals + j) / model.Survival(renewals) / Math.Pow(1 + rate, j - 1)).ToArray();

        model.DiscountedRenewals(renewals, rate).Should().BeApproximately(terms.Sum(), 1e-9);
        model.DiscountedRenewals(renewals, rate, 7).Should().BeApproximately(terms.Take(7).Sum(), 1e-11);
        model.DiscountedRenewals(renewals, 0, 3).Should().BeApproximately(
            Enumerable.Range(1, 3).Sum(j => model.Survival(renewals + j) / model.Survival(renewals)), 1e-11);
    }

    [Fact]
    public void DiscountedRenewals_WithoutDiscount_AreInfiniteWhereThereIsNoMean()
    {
        new ShiftedBetaGeometric(3, 2).DiscountedRenewals(1, 0).Should().BeApproximately(1.5, 1e-12);
        new ShiftedBetaGeometric(0.7, 2).DiscountedRenewals(1, 0).Should().Be(double.PositiveInfinity);
    }

    [Fact]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences() =>
        Prop.ForAll(Gen.Choose(-250, 250).Select(n => n / 100.0).ArrayOf(2).ToArbitrary(), point => Derivatives.ShouldMatchDifferences(
            new ShiftedBetaGeometricLikelihood([new(0, true), new(3, false), new(3, true), new(12, false)], [30, 12, 9, 6], 0.01), point))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_RandomContractsOfSeveralCohorts_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from a in Gen.Choose(4, 30)
             from b in Gen.Choose(8, 50)
             from seed in Gen.Choose(0, 1_000_000)
             select (new ShiftedBetaGeometric(a / 10.0, b / 10.0), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var random = new Random(seed);
                var rows = Enumerable.Range(0, 6_000).Select(i =>
                {
                    var (p, observed) = (Simulation.Beta(random, truth.Alpha, truth.Beta), 6 + (i % 9));
                    for (var renewals = 0; renewals < observed; renewals++)
                    {
                        if (random.NextDouble() < p) return new ContractHistory(renewals, true);
                    }

                    return new ContractHistory(observed, false);
                }).ToArray();

                var fit = ShiftedBetaGeometric.Fit(ContractTable.From(rows));

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.Alpha, truth.Beta);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Fit_NobodyCancels_WarnsThatParametersRunAway()
    {
        var fit = ShiftedBetaGeometric.Fit(ContractTable.FromSurvivors([100, 100, 100]));

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().Contain(warning => warning.Code == FitWarningCode.ParameterRunsAway);
    }

    [Fact]
    public void Fit_BadInput_IsRefused()
    {
        ((Action)(() => ContractTable.FromSurvivors([100, 90, 95]))).Should().Throw<ArgumentException>().WithMessage("*Period 2*");
        ((Action)(() => ContractTable.FromSurvivors([double.NaN]))).Should().Throw<ArgumentException>().WithMessage("*Period 0*");
        ((Action)(() => ContractTable.From([new(1, true), new(-1, false)]))).Should().Throw<ArgumentException>().WithMessage("*Row 1*");
        ((Action)(() => ShiftedBetaGeometric.Fit(ContractTable.From([new(0, false)])))).Should().Throw<ArgumentException>();
        ((Action)(() => ShiftedBetaGeometric.Fit(ContractTable.FromSurvivors([])))).Should().Throw<ArgumentException>();
        ((Action)(() => new ShiftedBetaGeometric(1, 1).Survival(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }
}
