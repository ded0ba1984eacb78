using Crm.Analytics.Mathematics;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Mathematics;

public sealed class BetaIntegralTests
{
    private static readonly Arbitrary<double> s_shapes = Gen.Choose(-5_000, 20_000).Select(i => Math.Exp(i / 1_000.0)).ToArbitrary();

    [Fact]
    public void Mean_OfPowers_HasTheMomentsOfTheBetaDistribution() => Prop.ForAll(s_shapes, s_shapes, (a, b) =>
    {
        BetaIntegral.Mean(a, b, _ => 1).Should().Be(1);
        var (first, second) = (a / (a + b), a / (a + b) * ((a + 1) / (a + b + 1)));
        BetaIntegral.Mean(a, b, p => p).Should().BeApproximately(first, 1e-12 * first, "a {0}, b {1}", a, b);
        BetaIntegral.Mean(a, b, p => p * p).Should().BeApproximately(second, 1e-12 * second, "a {0}, b {1}", a, b);
        BetaIntegral.Mean(a, b, p => 1 - p).Should().BeApproximately(b / (a + b), 1e-12);
    }).QuickCheckThrowOnFailure();
}
