using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Tests.Mathematics;

/// <summary>Reference values were computed with mpmath at 40 digits.</summary>
public sealed class SpecialFunctionTests
{
    [Theory]
    [InlineData(0.001, 6.9071788853838537, -1000.5755719318103, 1000001.6425331959)]
    [InlineData(0.25, 1.2880225246980775, -4.2274535333762654, 17.197329154507111)]
    [InlineData(1, 0, -0.57721566490153286, 1.6449340668482264)]
    [InlineData(1.5, -0.12078223763524522, 0.036489973978576521, 0.93480220054467931)]
    [InlineData(2, 0, 0.42278433509846714, 0.64493406684822644)]
    [InlineData(7.3, 7.147892523022249, 1.9178203356379861, 0.1467957681314271)]
    [InlineData(150, 600.00947055532743, 5.0072982570756793, 0.0066889382711659947)]
    [InlineData(1e6, 12815504.569147612, 13.815510057964191, 1.0000005000001667e-6)]
    public void Gamma_AgainstReference(double x, double log, double digamma, double trigamma)
    {
        GammaFunction.Log(x).Should().BeApproximately(log, 4e-15 * Math.Max(1, Math.Abs(log)));
        GammaFunction.Digamma(x).Should().BeApproximately(digamma, 4e-15 * Math.Max(1, Math.Abs(digamma)));
        GammaFunction.Trigamma(x).Should().BeApproximately(trigamma, 4e-15 * trigamma);
    }

    [Theory]
    [InlineData(0.243, 2.426, 2.219, 0.5, 1.2070970070440423)]
    [InlineData(26.243, 28.426, 28.219, 0.6, 33237064884.615797)]
    [InlineData(-0.5, 0.3, 1.2, 0.9, 0.86249187892351743)]
    [InlineData(1.5, 2.5, 4.5, -3, 0.26107036250650641)]
    [InlineData(10, 0.5, 0.7, 0.95, 2659891722597.0496)]
    [InlineData(0.5, 0.5, 1, 0.99, 2.3527158167797426)]
    public void Hypergeometric_AgainstReference(double a, double b, double c, double z, double expected) =>
        Hypergeometric.Evaluate(a, b, c, z).Should().BeApproximately(expected, 1e-12 * expected);

    [Fact]
    public void Hypergeometric_AtOne_IsNotANumber() => Hypergeometric.Evaluate(1, 1, 3, 1).Should().Be(double.NaN);

    [Theory]
    [InlineData(0.01, 0.01)]
    [InlineData(0.3, 4)]
    [InlineData(1, 1)]
    [InlineData(50, 2000)]
    public void BetaMean_OfTheVariable_IsItsShare(double a, double b)
    {
        BetaIntegral.Mean(a, b, _ => 1).Should().BeApproximately(1, 1e-12);
        BetaIntegral.Mean(a, b, p => p).Should().BeApproximately(a / (a + b), 1e-12);
    }

    [Theory]
    [InlineData(1e-18)]
    [InlineData(-1e-9)]
    [InlineData(3)]
    public void Elementary_SmallAndLarge_KeepTheirDigits(double x)
    {
        Elementary.LogOnePlus(x).Should().BeApproximately(x > 1 ? Math.Log(4) : x - (x * x / 2), 1e-15 * Math.Abs(x));
        Elementary.ExpMinusOne(x).Should().BeApproximately(x > 1 ? Math.Exp(3) - 1 : x + (x * x / 2), 1e-15 * Math.Abs(x));
    }
}
