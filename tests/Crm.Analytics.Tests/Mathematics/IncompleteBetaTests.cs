using Crm.Analytics.Mathematics;
using MathNet.Numerics;

namespace Crm.Analytics.Tests.Mathematics;

public sealed class IncompleteBetaTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.2)]
    [InlineData(2, 3, 0.4)]
    [InlineData(400, 1.5, 0.99)]
    [InlineData(1, 900, 0.001)]
    [InlineData(512, 5000, 0.095)]
    [InlineData(0.01, 8, 1e-8)]
    public void Evaluate_AnyArguments_AgreesWithMathNet(double a, double b, double z) =>
        IncompleteBeta.Evaluate(a, b, z).Should().BeApproximately(SpecialFunctions.BetaRegularized(a, b, z), 1e-11);

    [Theory]
    [InlineData(0.25, 2)]
    [InlineData(1, 1)]
    [InlineData(512, 30)]
    [InlineData(3, 40_000)]
    public void InverseOdds_AnyProbability_IsTheInverse(double a, double b)
    {
        foreach (var p in new[] { 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6 })
            IncompleteBeta.FromOdds(a, b, IncompleteBeta.InverseOdds(a, b, p)).Should().BeApproximately(p, 1e-9);
    }
}
