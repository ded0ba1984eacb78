using Crm.Domain.Marketing;

namespace Crm.Domain.Tests.Marketing;

/// <summary>Worked examples of Newcombe (1998), table II, method 10.</summary>
public sealed class ProportionDifferenceTests
{
    [Theory]
    [InlineData(56, 70, 48, 80, 0.2000, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.6000, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, 0.0893, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, 0.0000, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 20, 1.0000, 0.6791, 1.0000)]
    public void Difference_OfPublishedExamples_IsTheSame(int successes1, int count1, int successes2, int count2, double estimate, double low, double high)
    {
        var difference = TwoProportions.Difference(successes1, count1, successes2, count2);
        difference.Difference.Should().BeApproximately(estimate, 0.00005);
        difference.Lower.Should().BeApproximately(low, 0.00005);
        difference.Upper.Should().BeApproximately(high, 0.00005);
        difference.IsSignificant.Should().Be(low > 0);
    }

    [Theory]
    [InlineData(0, 0, 1, 2)]
    [InlineData(3, 2, 1, 2)]
    [InlineData(-1, 2, 1, 2)]
    public void Difference_OfImpossibleCounts_IsRefused(int successes1, int count1, int successes2, int count2) =>
        FluentActions.Invoking(() => TwoProportions.Difference(successes1, count1, successes2, count2)).Should().Throw<ArgumentOutOfRangeException>();
}
