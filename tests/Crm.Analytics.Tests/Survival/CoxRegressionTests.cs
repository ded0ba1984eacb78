using Crm.Analytics.Fitting;
using Crm.Analytics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Survival;

public sealed class CoxRegressionTests
{
    [SkippableFact]
    public void Fit_RossiByEfron_GivesTheReferenceCoefficients()
    {
        // R survival 3.5.
        var (sample, covariates) = SurvivalData.Rossi();
        var fit = CoxRegression.Fit(sample, covariates);

        fit.Converged.Should().BeTrue();
        double[] reference = [-.3794222, -.0574377, .3138998, -.1497957, -.4337039, -.0848711, .0914971];
        fit.Coefficients.Select(coefficient => coefficient.Name).Should().Equal("fin", "age", "race", "wexp", "mar", "paro", "prio");
        for (var k = 0; k < reference.Length; k++) fit.Coefficients[k].Value.Should().BeApproximately(reference[k], 5e-7);
        fit.LogLikelihood.Should().BeApproximately(-658.747659, 1e-6);
        fit.NullLogLikelihood.Should().BeApproximately(-675.380632, 1e-6);
        // J. Fox and S. Weisberg print this model: fin 0.19138, 0.684, 0.0474; likelihood ratio 33.27.
        fit.Coefficients[0].StandardError!.Value.Should().BeApproximately(0.19138, 5e-6);
        fit.Coefficients[0].HazardRatio.Should().BeApproximately(0.684, 5e-4);
        fit.Coefficients[0].PValue!.Value.Should().BeApproximately(0.0474, 5e-5);
        fit.LikelihoodRatio.Should().BeApproximately(33.27, 5e-3);
    }

    [SkippableFact]
    public void Fit_RossiByBreslow_GivesTheReferenceLikelihood()
    {
        var (sample, covariates) = SurvivalData.Rossi();
        CoxRegression.Fit(sample, covariates, new CoxOptions { Ties = CoxTies.Breslow }).LogLikelihood.Should().BeApproximately(-659.120606, 1e-6);
    }

    [Fact]
    public void Fit_SimulatedHazards_RecoversTheCoefficients() =>
        Prop.ForAll(Gen.Choose(-15, 15).ToArbitrary(), Gen.Choose(-15, 15).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (tenthsA, tenthsB, seed) =>
        {
            var (fit, a, b) = Simulate(tenthsA / 10.0, tenthsB / 10.0, seed);
            fit.Converged.Should().BeTrue();
            fit.Coefficients[0].Value.Should().BeApproximately(a, 5 * fit.Coefficients[0].StandardError!.Value);
            fit.Coefficients[1].Value.Should().BeApproximately(b, 5 * fit.Coefficients[1].StandardError!.Value);
            fit.Coefficients[0].StandardError.Should().BeLessThan(0.15);
            // The baseline hazard is 1 at covariates of zero.
            fit.Survival([0, 0], 0.5).Should().BeApproximately(Math.Exp(-0.5), 0.1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Fit_CovariateThatSeparates_WarnsThatItRunsAway()
    {
        var fit = CoxRegression.Fit(
            new SurvivalSample([1, 2, 3, 10, 11, 12], [true, true, true, false, false, false]),
            [new CoxCovariate("sure", new double[] { 1, 1, 1, 0, 0, 0 })]);

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().Contain(warning => warning.Code == FitWarningCode.ParameterRunsAway || warning.Code == FitWarningCode.NotIdentified);
        double.IsNaN(fit.Coefficients[0].Value).Should().BeFalse();
    }

    [Fact]
    public void Fit_DependentCovariates_WarnsThatTheyAreNotIdentified()
    {
        var fit = CoxRegression.Fit(
            new SurvivalSample([1, 2, 3, 4, 5], [true, true, false, true, true]),
            [new CoxCovariate("x", new double[] { 3, 1, 2, 0, 2 }), new CoxCovariate("twice", new double[] { 6, 2, 4, 0, 4 })]);

        fit.Converged.Should().BeFalse();
        fit.Warnings.Should().ContainSingle().Which.Code.Should().Be(FitWarningCode.NotIdentified);
        fit.Coefficients[0].StandardError.Should().BeNull();
    }

    [Fact]
    public void Fit_BadInput_IsRefusedByName()
    {
        var sample = new SurvivalSample([1, 2], [true, false]);
        Refused(sample, "x*row 1*", new CoxCovariate("x", new double[] { 1, double.NaN }));
        Refused(sample, "x has 1 values*", new CoxCovariate("x", new double[] { 1 }));
        Refused(sample, "x is the same everywhere*", new CoxCovariate("x", new double[] { 1, 1 }));
        Refused(sample, "There is no covariate*");
        Refused(new SurvivalSample([1, 2], [false, false]), "There is no event*", new CoxCovariate("x", new double[] { 1, 2 }));

        static void Refused(SurvivalSample sample, string message, params CoxCovariate[] covariates) =>
            ((Action)(() => CoxRegression.Fit(sample, covariates))).Should().Throw<ArgumentException>().WithMessage(message);
    }

    private static (CoxFit Fit, double A, double B) Simulate(double a, double b, int seed)
    {
        const int count = 500;
        var random = new System.Random(seed);
        var (x, y, durations, observed) = (new double[count], new double[count], new double[count], new bool[count]);
        for (var i = 0; i < count; i++)
        {
            (x[i], y[i]) = (random.Next(2), (random.NextDouble() * 2) - 1);
            // Whole hundredths, so that there are ties.
            var life = Math.Ceiling(-100 * Math.Log(1 - random.NextDouble()) / Math.Exp((a * x[i]) + (b * y[i]))) / 100;
            (durations[i], observed[i]) = (Math.Min(life, 3), life <= 3);
        }

        return (CoxRegression.Fit(new SurvivalSample(durations, observed), [new CoxCovariate("x", x), new CoxCovariate("y", y)]), a, b);
    }
}
