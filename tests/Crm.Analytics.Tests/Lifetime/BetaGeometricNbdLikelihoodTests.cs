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
    [InlineData(0)]
    [InlineData(0.01)]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences(double penalty) =>
        Prop.ForAll(_points, point =>
        {
            var likelihood = new BetaGeometricNbdLikelihood(_histories, _weights, penalty);
            var (gradient, hessian) = (new double[4], new double[16]);
            likelihood.Evaluate(point, gradient, hessian);
            for (var i = 0; i < 4; i++)
            {
                const double step = 1e-5;
                var (up, down) = (new double[4], new double[4]);
                var difference = (likelihood.Evaluate(Moved(point, i, step), up, new double[16])
                    - likelihood.Evaluate(Moved(point, i, -step), down, new double[16])) / (2 * step);
                gradient[i].Should().BeApproximately(difference, 1e-5 * Math.Max(1, gradient.Max(Math.Abs)));
                for (var j = 0; j < 4; j++)
                    hessian[(i * 4) + j].Should().BeApproximately((up[j] - down[j]) / (2 * step), 1e-6 * Math.Max(1, hessian.Max(Math.Abs)));
            }
        }).QuickCheckThrowOnFailure();

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

    private static double[] Moved(double[] point, int index, double by)
    {
        var moved = (double[])point.Clone();
        moved[index] += by;
        return moved;
    }
}
