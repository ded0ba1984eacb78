using Crm.Analytics.Mathematics;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics;

namespace Crm.Analytics.Tests.Mathematics;

/// <summary>The special functions against another library's, at many random places.</summary>
public sealed class SecondOpinionTests
{
    private static readonly Arbitrary<double> s_shapes = Gen.Choose(-3_000, 6_000).Select(i => Math.Exp(i / 1_000.0)).ToArbitrary();

    // Beyond these the other library's series does not end.
    private static readonly Arbitrary<double> s_moderate = Gen.Choose(-2_000, 3_400).Select(i => Math.Exp(i / 1_000.0)).ToArbitrary();

    private static readonly Arbitrary<double> s_shares = Gen.Choose(1, 9_999).Select(i => i / 10_000.0).ToArbitrary();

    [Fact]
    public void Gamma_AgreesWithMathNet() => Prop.ForAll(s_shapes, x =>
    {
        GammaFunction.Log(x).Should().BeApproximately(SpecialFunctions.GammaLn(x), 1e-12 * Math.Max(1, Math.Abs(SpecialFunctions.GammaLn(x))));
        GammaFunction.Digamma(x).Should().BeApproximately(SpecialFunctions.DiGamma(x), 1e-9 * Math.Max(1, Math.Abs(SpecialFunctions.DiGamma(x))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Beta_AgreesWithMathNet() => Prop.ForAll(s_shapes, s_shapes, s_shares, (a, b, z) =>
    {
        GammaFunction.LogBeta(a, b).Should().BeApproximately(SpecialFunctions.BetaLn(a, b), 1e-11 * Math.Max(1, Math.Abs(GammaFunction.Log(a + b))));
        IncompleteBeta.Evaluate(a, b, z).Should().BeApproximately(SpecialFunctions.BetaRegularized(a, b, z), 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void IncompleteGamma_AgreesWithMathNet() => Prop.ForAll(s_moderate, s_moderate, (a, x) =>
        IncompleteGamma.Upper(a, x).Should().BeApproximately(SpecialFunctions.GammaUpperRegularized(a, x), 1e-9)).QuickCheckThrowOnFailure();
}
