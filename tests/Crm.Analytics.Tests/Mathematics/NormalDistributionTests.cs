using Crm.Analytics.Mathematics;
using MathNet.Numerics.Distributions;

namespace Crm.Analytics.Tests.Mathematics;

public sealed class NormalDistributionTests
{
    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.025)]
    [InlineData(0.5)]
    [InlineData(0.841)]
    [InlineData(0.995)]
    public void Quantile_AnyProbability_AgreesWithMathNet(double p) =>
        NormalDistribution.Quantile(p).Should().BeApproximately(Normal.InvCDF(0, 1, p), 1e-9);

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(3.84, 1)]
    [InlineData(12, 7)]
    [InlineData(0.5, 30)]
    [InlineData(122.249126, 1)]
    public void ChiSquareUpper_AnyValue_AgreesWithMathNet(double x, int degrees) =>
        NormalDistribution.ChiSquareUpper(x, degrees).Should().BeApproximately(
            MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(degrees / 2.0, x / 2), 1e-13);
}
