using Crm.Analytics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class BetaGeometricNbdPredictionTests
{
    /// <summary>The estimates of Fader, Hardie and Lee (2005) for the CDNOW sample, in weeks.</summary>
    private static readonly BetaGeometricNbd _published = new(0.243, 4.414, 0.793, 2.426);

    private static readonly BetaGeometricNbd _optimum = new(0.2425929, 4.4135318, 0.7928862, 2.4257539);

    private static readonly Arbitrary<(BetaGeometricNbd Model, RecencyFrequency History)> _cases = (
        from p in Gen.Choose(-200, 250).Select(n => Math.Exp(n / 100.0)).ArrayOf(4)
        from x in Gen.Choose(0, 60)
        from age in Gen.Choose(0, 4000)
        from recency in Gen.Choose(0, age)
        select (new BetaGeometricNbd(p[0], p[1], p[2], p[3]), new RecencyFrequency(x, x == 0 ? 0 : recency / 40.0, age / 40.0))).ToArbitrary();

    [Fact]
    public void ExpectedPurchases_OfThePapersCustomer_Are1Point226()
    {
        // Fader, Hardie and Lee (2005), section 4.1: x = 2, t_x = 30.43, T = 38.86, next 39 weeks.
        var customer = new RecencyFrequency(2, 30.43, 38.86);
        _optimum.ExpectedPurchases(customer, 39).Should().BeApproximately(1.2259105, 5e-7);
        _optimum.ProbabilityAlive(customer).Should().BeApproximately(0.7266092, 5e-7);
    }

    [Theory]
    [InlineData(1 / 7.0, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(223 / 7.0, 1.0405)]
    [InlineData(32, 1.0437)]
    // The sheet says 1.8576 here; equation 9 with these parameters, in 40 digits, says 1.85797.
    [InlineData(78, 1.85797)]
    public void ExpectedPurchases_OfANewCustomer_MatchHardiesSheet(double weeks, double expected) =>
        _optimum.ExpectedPurchases(weeks).Should().BeApproximately(expected, 6e-5);

    [Fact]
    public void Predictions_WithPublishedParameters_MatchBtyd()
    {
        // The examples of the R package BTYD.
        var customer = new RecencyFrequency(26, 30.86, 31);
        _published.ExpectedPurchases(52).Should().BeApproximately(1.446051, 1e-6);
        _published.ExpectedPurchases(customer, 52).Should().BeApproximately(25.758196, 1e-6);
        _published.ProbabilityAlive(customer).Should().BeApproximately(0.9689156, 1e-7);
        _published.ProbabilityOfPurchases(10, 2).Should().BeApproximately(1.07869e-7, 1e-12);
        _published.ProbabilityOfPurchases(0, 39).Should().BeApproximately(0.5737864, 1e-7);
    }

    [Fact]
    public void ProbabilityOfPurchases_Eleven_ToTwenty_MatchBtyd()
    {
        double[] expected =
        [
            0.0019995214, 0.0015170236, 0.0011633150, 0.0009003148, 0.0007023638,
            0.0005517902, 0.0004361913, 0.0003467171, 0.0002769613, 0.0002222260,
        ];
        for (var i = 0; i < expected.Length; i++)
            _published.ProbabilityOfPurchases(11 + i, 30).Should().BeApproximately(expected[i], 1e-10);
    }

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 52, 1.4460505953964037)]
    [InlineData(0.5, 3, 1.0000001, 2, 10, 1.0272918841329336)]
    [InlineData(0.5, 3, 0.999, 2, 10, 1.027608537017545)]
    [InlineData(0.3, 2, 0.3, 0.7000001, 20, 1.7075033478843525)]
    [InlineData(0.3, 2, 0.2, 0.5, 20, 1.8530506094479083)]
    [InlineData(60, 30, 2, 3, 100, 3.9396109385093359)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 100000, 29.607861654554955)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 0.0001, 5.5051915977136327e-6)]
    [InlineData(0.7, 5, 0.05, 0.05, 1000, 55.2864110741781)]
    public void ExpectedPurchases_HardParameters_AgainstReference(double r, double alpha, double a, double b, double t, double expected) =>
        // Equation 9 evaluated with mpmath at 40 digits: a next to 1, a + b next to 1, far and near horizons.
        new BetaGeometricNbd(r, alpha, a, b).ExpectedPurchases(t).Should().BeApproximately(expected, 1e-11 * expected);

    [Fact]
    public void ExpectedPurchases_AEqualToOne_IsTheLimit()
    {
        var below = new BetaGeometricNbd(0.5, 3, 1 - 1e-7, 2).ExpectedPurchases(10);
        var above = new BetaGeometricNbd(0.5, 3, 1 + 1e-7, 2).ExpectedPurchases(10);
        new BetaGeometricNbd(0.5, 3, 1, 2).ExpectedPurchases(10).Should().BeApproximately((below + above) / 2, 1e-12);
    }

    [Fact]
    public void ProbabilityAlive_AnyHistory_IsAboveZeroAndAtMostOne() =>
        Prop.ForAll(_cases, sample => sample.Model.ProbabilityAlive(sample.History) is > 0 and <= 1).QuickCheckThrowOnFailure();

    [Fact]
    public void ProbabilityAlive_WithoutRepeat_IsOneForever() =>
        _published.ProbabilityAlive(new RecencyFrequency(0, 0, 5000)).Should().Be(1);

    [Fact]
    public void ExpectedPurchases_AnyHistory_GrowWithTimeAndStayBelowTheRate() =>
        Prop.ForAll(_cases, sample =>
        {
            var (model, history) = sample;
            double[] times = [0, 1e-6, 0.01, 0.5, 3, 10, 60, 400];
            var expected = times.Select(time => model.ExpectedPurchases(history, time)).ToArray();
            expected[0].Should().Be(0);
            for (var i = 1; i < times.Length; i++)
            {
                var withoutDropOut = model.ProbabilityAlive(history) * (model.R + history.Frequency) / (model.Alpha + history.Age) * times[i];
                expected[i].Should().BeInRange(expected[i - 1], withoutDropOut * (1 + 1e-12));
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 20)]
    [InlineData(3, 2, 1, 1, 5)]
    [InlineData(0.5, 1, 0.2, 0.6, 4)]
    [InlineData(8, 4, 5, 40, 10)]
    public void ProbabilityOfPurchases_AllCounts_AddUpToOneAndToTheExpectation(double r, double alpha, double a, double b, double time)
    {
        var model = new BetaGeometricNbd(r, alpha, a, b);
        var probabilities = Enumerable.Range(0, 400).Select(n => model.ProbabilityOfPurchases(n, time)).ToArray();

        probabilities.Sum().Should().BeApproximately(1, 1e-12);
        probabilities.Select((probability, n) => n * probability).Sum().Should().BeApproximately(model.ExpectedPurchases(time), 1e-10);
    }

    [Fact]
    public void Predictions_InOtherUnits_AreTheSame() =>
        Prop.ForAll(_cases, sample =>
        {
            var (model, history) = sample;
            var days = new BetaGeometricNbd(model.R, model.Alpha * 7, model.A, model.B);
            var inDays = new RecencyFrequency(history.Frequency, history.Recency * 7, history.Age * 7);
            days.ProbabilityAlive(inDays).Should().BeApproximately(model.ProbabilityAlive(history), 1e-12);
            var expected = model.ExpectedPurchases(history, 12);
            days.ExpectedPurchases(inDays, 84).Should().BeApproximately(expected, 1e-9 * Math.Max(1, expected));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ExpectedPurchases_BadTimeOrHistory_IsRefused()
    {
        _published.Invoking(m => m.ExpectedPurchases(-1)).Should().Throw<ArgumentOutOfRangeException>();
        _published.Invoking(m => m.ExpectedPurchases(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        _published.Invoking(m => m.ProbabilityAlive(new RecencyFrequency(1, 9, 8))).Should().Throw<ArgumentException>();
        _published.Invoking(m => m.ProbabilityAlive(new RecencyFrequency(0, 1, 8))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Constructor_BadParameter_IsRefused(double value) =>
        ((Func<BetaGeometricNbd>)(() => new BetaGeometricNbd(1, value, 1, 1))).Should().Throw<ArgumentOutOfRangeException>();
}
