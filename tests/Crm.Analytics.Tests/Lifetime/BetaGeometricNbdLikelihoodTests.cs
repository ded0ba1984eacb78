using Crm.Analytics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class BetaGeometricNbdLikelihoodTests
{
    private static readonly RecencyFrequency[] _histories =
        [new(0, 0, 0), new(0, 0, 30), new(1, 4, 30), new(1, 20, 28), new(3, 25, 30), new(7, 12, 29), new(90, 27, 28)];

    private static readonly double[] _weights = [1, 50, 12, 9, 6, 0.5, 2];

    private static readonly Arbitrary<double[]> _points = Gen.Choose(-250, 250).Select(n => n / 100.0).ArrayOf(4).ToArbitrary();

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, false)]
    [InlineData(0, true)]
    [InlineData(0.01, true)]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences(double penalty, bool modified) =>
        Prop.ForAll(_points, point => Derivatives.ShouldMatchDifferences(new BetaGeometricNbdLikelihood(_histories, _weights, penalty, modified), point))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void LogLikelihood_OneHistory_IsThePapersFormula()
    {
        // Equation 6 of Fader, Hardie and Lee (2005) for x = 1, with r = 1, so that every gamma function is a product.
        var (alpha, a, b, early, age) = (2.0, 0.5, 1.5, 3.0, 8.0);
        var dropOut = a / (a + b) / Math.Pow(alpha + early, 2);
        var alive = b / (a + b) / Math.Pow(alpha + age, 2);
        new BetaGeometricNbd(1, alpha, a, b).LogLikelihood(RecencyFrequencyTable.From([new(1, early, age)]))
            .Should().BeApproximately(Math.Log(alpha * (dropOut + alive)), 1e-14);
    }
}
