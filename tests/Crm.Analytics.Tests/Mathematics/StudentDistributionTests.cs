using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Tests.Mathematics;

public sealed class StudentDistributionTests
{
    // Tables of the t distribution, as in any textbook, and R's qt.
    [Theory]
    [InlineData(0.95, 1, 12.706204736432095)]
    [InlineData(0.95, 10, 2.2281388519649385)]
    [InlineData(0.99, 5, 4.032142983557536)]
    [InlineData(0.9, 30, 1.697260887)]
    [InlineData(0.95, 1000, 1.9623390808264078)]
    public void HalfWidth_KnownQuantiles(double level, double degrees, double expected)
    {
        StudentDistribution.HalfWidth(level, degrees).Should().BeApproximately(expected, 1e-9 * expected);
        StudentDistribution.TwoSided(expected, degrees).Should().BeApproximately(1 - level, 1e-10);
    }

    [Fact]
    public void TwoSided_EqualsTheSecondOpinionAndEndsInTheNormalDistribution()
    {
        foreach (var degrees in new[] { 1.0, 2.5, 7, 40, 999, 1e6 })
        {
            foreach (var t in new[] { 0.01, 0.7, 1.96, 5, 20 })
            {
                StudentDistribution.TwoSided(t, degrees).Should().BeApproximately(
                    2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, -t), 1e-8);
            }
        }

        StudentDistribution.TwoSided(0, 3).Should().Be(1);
        StudentDistribution.TwoSided(-2, 9).Should().Be(StudentDistribution.TwoSided(2, 9));
        StudentDistribution.HalfWidth(0.95, 9e7).Should().BeApproximately(StudentDistribution.HalfWidth(0.95, 2e8), 1e-6);
    }
}
