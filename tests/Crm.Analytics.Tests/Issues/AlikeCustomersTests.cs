using Crm.Analytics.Lifetime;

namespace Crm.Analytics.Tests.Issues;

/// <summary>
/// Customers who all leave with the same probability drive a and b to millions. The quadrature then missed the needle of the density
/// altogether: nobody was expected to buy again, and it took a millisecond to say so.
/// </summary>
public sealed class AlikeCustomersTests
{
    [Theory]
    [InlineData(3e3)]
    [InlineData(6e6)]
    [InlineData(1e10)]
    public void ExpectedPurchases_OfCustomersWhoAreAllAlike_AreThoseOfTheirCommonProbability(double size)
    {
        const double Leaving = 0.0536;
        var (a, b) = (size * Leaving, size * (1 - Leaving));
        var history = new RecencyFrequency(2, 30, 61.43);
        const double Rate = 3.43274 + 2;
        var expected = (1 - Math.Pow(1 + (Leaving * 52 / (19.77437 + 61.43)), -Rate)) / Leaving;

        var model = new ModifiedBetaGeometricNbd(3.43274, 19.77437, a, b);
        (model.ExpectedPurchases(history, 52) / model.ProbabilityAlive(history)).Should().BeApproximately(expected, 10 * expected / size);
        var plain = new BetaGeometricNbd(3.43274, 19.77437, a, b);
        (plain.ExpectedPurchases(history, 52) / plain.ProbabilityAlive(history)).Should().BeApproximately(expected, 10 * expected / size);
        // Undiscounted, purchases over a time are the expected ones.
        model.DiscountedPurchases(history, 0, 52).Should().BeApproximately(model.ExpectedPurchases(history, 52), 1e-9);
    }
}
