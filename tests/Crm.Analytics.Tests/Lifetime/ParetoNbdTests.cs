using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class ParetoNbdTests
{
    /// <summary>The parameters of BTYD's examples.</summary>
    private static readonly ParetoNbd _btyd = new(0.5533971, 10.5802, 0.6060625, 11.65622);

    private static readonly RecencyFrequency[] _histories =
        [new(0, 0, 0), new(0, 0, 30), new(1, 4, 30), new(1, 20, 28), new(3, 25, 30), new(7, 12, 29), new(90, 27, 28), new(40, 1, 30)];

    private static readonly Arbitrary<double[]> _points = Gen.Choose(-300, 300).Select(n => n / 100.0).ArrayOf(4).ToArbitrary();

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_PublishedCdnowSummary_FindsTheOptimum()
    {
        // Fader, Hardie and Lee (2005): .553, 10.578, .606, 11.669, -9595.0.
        var fit = ParetoNbd.Fit(Cdnow.PublishedTable());

        fit.LogLikelihood.Should().BeApproximately(-9594.973930, 1e-6);
        fit.Model.R.Should().BeApproximately(0.5532754, 5.5e-5);
        fit.Model.Alpha.Should().BeApproximately(10.5776114, 1e-3);
        fit.Model.S.Should().BeApproximately(0.6062137, 6e-5);
        fit.Model.Beta.Should().BeApproximately(11.6679166, 1.1e-3);
        fit.Converged.Should().BeTrue();
        fit.GradientNorm.Should().BeLessThan(3e-5);
        fit.Warnings.Should().BeEmpty();
        fit.Parameters.Should().OnlyContain(parameter => parameter.StandardError > 0 && parameter.StandardError < parameter.Value);
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Fit_RawCdnowLog_AgreesWithBtydAndClvTools()
    {
        // BTYD .553397 10.580199 .606062 11.656224, CLVTools .553270 10.577801 .606020 11.663915, both -9594.9762.
        var fit = ParetoNbd.Fit(RecencyFrequencyTable.From(CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd))));

        fit.LogLikelihood.Should().BeApproximately(-9594.9762, 5e-5);
        fit.Model.R.Should().BeApproximately(0.553270, 5.5e-4);
        fit.Model.Alpha.Should().BeApproximately(10.577801, 1e-2);
        fit.Model.S.Should().BeApproximately(0.606020, 6e-4);
        fit.Model.Beta.Should().BeApproximately(11.663915, 1.2e-2);
    }

    [SkippableFact]
    [Trait("Check", "AN-04")]
    public void Predict_CdnowHoldout_AgreesWithClvTools()
    {
        // CLVTools over the 39 weeks held out: 1665.68803 purchases, 1051.97096 alive, and 490.88614 discounted purchases; 1,882 came.
        var split = Cdnow.Log().Split(Cdnow.CalibrationEnd);
        var table = RecencyFrequencyTable.From(CustomerSummaries.From(split.Calibration));
        var model = new ParetoNbd(0.553270, 10.577801, 0.606020, 11.663915);

        model.ExpectedPurchases(table, 39).Sum().Should().BeApproximately(1665.68803, 0.02);
        model.ProbabilityAlive(table).Sum().Should().BeApproximately(1051.97096, 0.02);
        model.DiscountedPurchases(table, Math.Log(1.1), double.PositiveInfinity).Sum().Should().BeApproximately(490.88614, 0.02);
    }

    [Fact]
    public void Predictions_WithBtydParameters_MatchBtyd()
    {
        var customer = new RecencyFrequency(26, 30.86, 31);
        _btyd.ExpectedPurchases(52).Should().BeApproximately(1.473113, 1e-6);
        _btyd.ExpectedPurchases(customer, 52).Should().BeApproximately(25.455318, 5e-6);
        _btyd.ProbabilityAlive(customer).Should().BeApproximately(0.9979179, 1e-7);
    }

    [Fact]
    public void ExpectedPurchases_OfANewCustomer_MatchBtydsManual()
    {
        // The curve that BTYD computes with the parameters of its manual.
        var manual = new ParetoNbd(0.55, 10.56, 0.61, 11.64);
        double[] curve = [0, .05077821, .09916088, .14542507, .18979930, .23247466, .27361274, .31335159, .35181024, .38909211];
        for (var t = 0; t < curve.Length; t++) manual.ExpectedPurchases(t).Should().BeApproximately(curve[t], 1e-8);
    }

    [Fact]
    [Trait("Check", "AN-05")]
    public void DiscountedPurchases_OfCustomer1516_AreBtydsDert() =>
        // DERT at .0027 a week, about 15 % a year: 86.031183, with seven digits of the parameters and whole days.
        _btyd.DiscountedPurchases(new RecencyFrequency(26, 216 / 7.0, 31), 0.0027, double.PositiveInfinity).Should().BeApproximately(86.031183, 1e-5);

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences(double penalty) =>
        Prop.ForAll(_points, point => Derivatives.ShouldMatchDifferences(new ParetoNbdLikelihood(_histories, [1, 50, 12, 9, 6, 0.5, 2, 1], penalty), point))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.553, 10.578, 0.606, 11.669, 26, 30.86, 31, -39.131671540302775, 0.99791873105515823)]
    [InlineData(0.5, 0.01, 0.6, 50, 0, 0, 39, -3.8104957373891526, 0.51172577867510996)]
    [InlineData(0.5, 50, 0.6, 0.01, 0, 0, 39, -0.005109401154991418, 0.0052759833142863276)]
    [InlineData(3, 0.001, 2, 800, 40, 1, 39, 86.580516111324722, 6.1320678410010312e-65)]
    [InlineData(2, 5, 2, 5, 7, 12, 30, -15.826144241161988, 0.0019492124052453442)]
    [InlineData(100, 2000, 0.05, 0.002, 3, 2, 500, -11.770059919408639, 9.3298617003058653e-10)]
    [InlineData(0.2, 4, 30, 1000, 150, 3, 300, 300.82829966325051, 3.0222107400941277e-247)]
    [InlineData(0.01, 0.01, 8, 0.01, 1, 0.5, 1000, -35.544642480786586, 2.4367050361429571e-30)]
    public void LogLikelihood_HardHistories_AgainstReference(
        double r, double alpha, double s, double beta, int x, double recency, double age, double logLikelihood, double alive)
    {
        // Integrated with mpmath at 30 digits: alpha far below, far above and equal to beta, long silences, many purchases.
        var (model, history) = (new ParetoNbd(r, alpha, s, beta), new RecencyFrequency(x, recency, age));
        model.LogLikelihood(RecencyFrequencyTable.From([history])).Should().BeApproximately(logLikelihood, 1e-11 * Math.Max(1, Math.Abs(logLikelihood)));
        model.ProbabilityAlive(history).Should().BeApproximately(alive, 1e-9 * alive);
    }

    [Theory]
    [InlineData(0.553, 10.578, 0.606, 11.669, 52)]
    [InlineData(3, 2, 1, 4, 5)]
    [InlineData(8, 4, 5, 40, 10)]
    [InlineData(0.5, 40, 0.2, 0.1, 30)]
    public void ProbabilityOfPurchases_AllCounts_AddUpToOneAndToTheExpectation(double r, double alpha, double s, double beta, double time)
    {
        var model = new ParetoNbd(r, alpha, s, beta);
        var probabilities = Enumerable.Range(0, 300).Select(n => model.ProbabilityOfPurchases(n, time)).ToArray();

        probabilities.Sum().Should().BeApproximately(1, 1e-10);
        probabilities.Select((probability, n) => n * probability).Sum().Should().BeApproximately(model.ExpectedPurchases(time), 1e-8);
    }

    [Fact]
    public void ProbabilityOfPurchases_OfAKnownCustomer_AddUpToTheExpectation()
    {
        var customer = new RecencyFrequency(4, 20, 33);
        var probabilities = Enumerable.Range(0, 200).Select(n => _btyd.ProbabilityOfPurchases(customer, n, 26)).ToArray();

        probabilities.Sum().Should().BeApproximately(1, 1e-10);
        probabilities.Select((probability, n) => n * probability).Sum().Should().BeApproximately(_btyd.ExpectedPurchases(customer, 26), 1e-8);
    }

    [Fact]
    public void ExpectedPurchases_ShapeOfOne_IsTheLimit()
    {
        var near = new ParetoNbd(0.5, 10, 1 + 1e-9, 12).ExpectedPurchases(40);
        new ParetoNbd(0.5, 10, 1, 12).ExpectedPurchases(40).Should().BeApproximately(near, 1e-8);
        near.Should().BeApproximately(0.5 * 12 / 10 * Math.Log(52 / 12.0), 1e-8);
    }

    [Fact]
    public void Fit_RandomBuyers_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from r in Gen.Choose(4, 20)
             from alpha in Gen.Choose(3, 12)
             from s in Gen.Choose(6, 20)
             from beta in Gen.Choose(8, 20)
             from seed in Gen.Choose(0, 1_000_000)
             select (new ParetoNbd(r / 10.0, alpha, s / 10.0, beta), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var random = new Random(seed);
                var fit = ParetoNbd.Fit(RecencyFrequencyTable.From(Enumerable.Range(0, 8_000).Select(_ => Draw(random, truth, 104)).ToArray()));

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.R, truth.Alpha, truth.S, truth.Beta);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void Fit_BadData_WarnsInsteadOfFailing()
    {
        ParetoNbd.Fit(RecencyFrequencyTable.From([new(0, 0, 10), new(0, 0, 5)])).Warnings
            .Should().Contain(warning => warning.Code == FitWarningCode.NoRepeatPurchases);
        ParetoNbd.Fit(RecencyFrequencyTable.From([new(3, 20, 22)])).Converged.Should().BeFalse();
        ((Action)(() => ParetoNbd.Fit(RecencyFrequencyTable.From(ReadOnlySpan<RecencyFrequency>.Empty)))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void DiscountedPurchases_BadArguments_AreRefused()
    {
        var customer = new RecencyFrequency(1, 2, 3);
        _btyd.Invoking(model => model.DiscountedPurchases(customer, -0.1, 10)).Should().Throw<ArgumentOutOfRangeException>();
        _btyd.Invoking(model => model.DiscountedPurchases(customer, 0.1, double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        _btyd.Invoking(model => model.DiscountedPurchases(customer, 0, double.PositiveInfinity)).Should().Throw<ArgumentOutOfRangeException>();
        _btyd.DiscountedPurchases(customer, 0, 52).Should().BeApproximately(_btyd.ExpectedPurchases(customer, 52), 1e-12);
    }

    private static RecencyFrequency Draw(Random random, ParetoNbd model, double age)
    {
        var rate = Simulation.Gamma(random, model.R) / model.Alpha;
        var end = Math.Min(age, Simulation.Exponential(random, Simulation.Gamma(random, model.S) / model.Beta));
        var (purchases, last) = (0, 0.0);
        for (var time = Simulation.Exponential(random, rate); time <= end; time += Simulation.Exponential(random, rate))
            (purchases, last) = (purchases + 1, time);
        return new(purchases, last, age);
    }
}
