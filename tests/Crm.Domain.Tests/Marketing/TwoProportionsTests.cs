using Crm.Domain.Marketing;

namespace Crm.Domain.Tests.Marketing;

public sealed class TwoProportionsTests
{
    /// <summary>Newcombe (1998), table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, .0524, .3339)]
    [InlineData(9, 10, 3, 10, .1705, .8090)]
    [InlineData(6, 7, 2, 7, .0582, .8062)]
    [InlineData(5, 56, 0, 29, -.0381, .1926)]
    [InlineData(0, 10, 0, 20, -.1611, .2775)]
    [InlineData(0, 10, 0, 10, -.2775, .2775)]
    [InlineData(10, 10, 0, 20, .6791, 1)]
    [InlineData(10, 10, 0, 10, .6075, 1)]
    public void Difference_ExamplesOfNewcombe_AreReproduced(int a, int m, int b, int n, double lower, double upper)
    {
        var difference = TwoProportions.Difference(a, m, b, n);
        difference.Difference.Should().BeApproximately(((double)a / m) - ((double)b / n), 1e-12);
        difference.Lower.Should().BeApproximately(lower, 5e-5);
        difference.Upper.Should().BeApproximately(upper, 5e-5);
    }

    [Fact]
    public void Difference_OtherWayRound_IsMirrored()
    {
        var (one, other) = (TwoProportions.Difference(56, 70, 48, 80, .9), TwoProportions.Difference(48, 80, 56, 70, .9));
        (one.Lower, one.Upper).Should().Be((-other.Upper, -other.Lower));
        (one.Upper - one.Lower).Should().BeLessThan(.3339 - .0524, "a lower confidence gives a narrower interval");
    }

    [Fact]
    public void Test_Example_IsWhatTheFormulaGives()
    {
        // p = 45/200, se = √(0.225 · 0.775 · 0.02), z = 0.15 / 0.0590551.
        var test = TwoProportions.Test(30, 100, 15, 100);
        test.Z.Should().BeApproximately(2.5400025, 1e-6);
        test.PValue.Should().BeApproximately(.0110851, 1e-6);
        test.IsReliable.Should().BeTrue();
    }

    [Theory]
    [InlineData(0, 0, 5, 10)]
    [InlineData(3, 20, 1, 20)]
    [InlineData(0, 100, 0, 100)]
    public void Test_TooFew_IsNotReliable(int a, int m, int b, int n) => TwoProportions.Test(a, m, b, n).IsReliable.Should().BeFalse();

    [Theory]
    [InlineData(1.959963984540054, .05)]
    [InlineData(2.5758293035489, .01)]
    [InlineData(4, 6.334248366624e-05)]
    [InlineData(0, 1)]
    public void Test_Tail_IsTheNormalDistributions(double z, double p) => NormalDistribution.TwoSidedTail(z).Should().BeApproximately(p, p * 1e-9);

    [Theory]
    [InlineData(.975, 1.959963984540054)]
    [InlineData(.5, 0)]
    [InlineData(.001, -3.090232306167813)]
    public void Quantile_Share_IsTheNormalDistributions(double share, double z) => NormalDistribution.Quantile(share).Should().BeApproximately(z, 1e-9);

    [Fact]
    public void Difference_ImpossibleCounts_AreRefused()
    {
        FluentActions.Invoking(() => TwoProportions.Difference(1, 0, 0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => TwoProportions.Test(3, 2, 0, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => TwoProportions.Difference(1, 2, 1, 2, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
