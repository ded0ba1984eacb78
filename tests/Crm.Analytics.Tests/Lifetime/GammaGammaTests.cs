using Crm.Analytics.Fitting;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class GammaGammaTests
{
    /// <summary>The estimates of the paper for the CDNOW sample.</summary>
    private static readonly GammaGamma _published = new(6.25, 3.74, 15.44);

    private static readonly Arbitrary<double[]> _points = Gen.Choose(-200, 300).Select(n => n / 100.0).ArrayOf(3).ToArbitrary();

    [SkippableFact]
    [Trait("Check", "AN-05")]
    public void Fit_PublishedCdnowSummary_FindsTheOptimum()
    {
        // Fader and Hardie (2013): 6.25, 3.74, 15.44 for 946 repeat buyers.
        var fit = GammaGamma.Fit(Cdnow.PublishedSpend());

        fit.Customers.Should().Be(946);
        fit.Model.P.Should().BeApproximately(6.2488021, 6e-4);
        fit.Model.Q.Should().BeApproximately(3.7445883, 3.7e-4);
        fit.Model.V.Should().BeApproximately(15.4477483, 1.5e-3);
        fit.LogLikelihood.Should().BeApproximately(-4055.923244, 1e-6);
        fit.Converged.Should().BeTrue();
        fit.GradientNorm.Should().BeLessThan(3e-5);
        fit.Warnings.Should().ContainSingle().Which.Code.Should().Be(FitWarningCode.CustomersLeftOut);
        fit.Parameters.Should().OnlyContain(parameter => parameter.StandardError > 0 && parameter.StandardError < parameter.Value);
    }

    [SkippableFact]
    public void Fit_RawCdnowLog_AgreesWithBtydAndClvTools()
    {
        // BTYD's m.x: 6.2495716, 3.7442250, 15.4435242; both tools report 6.249349, 3.744256, 15.444307 and -4055.9177.
        var fit = GammaGamma.Fit(SpendTable.From(CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd))));

        fit.LogLikelihood.Should().BeApproximately(-4055.917695, 1e-5);
        fit.Model.P.Should().BeApproximately(6.2495716, 6.2e-3);
        fit.Model.Q.Should().BeApproximately(3.7442250, 3.7e-3);
        fit.Model.V.Should().BeApproximately(15.4435242, 1.5e-2);
        SpendTable.From(CustomerSummaries.From(Cdnow.Log().Observe(Cdnow.CalibrationEnd))).FrequencyCorrelation.Should().BeInRange(0, 0.3);
    }

    [SkippableFact]
    [Trait("Check", "AN-05")]
    public void ExpectedSpend_OfTheFirstTenCustomers_IsThePapers()
    {
        double[] paper = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];

        var expected = Cdnow.PublishedRows().Take(10).Select(row => _published.ExpectedSpend(row)).ToArray();

        for (var i = 0; i < paper.Length; i++) expected[i].Should().BeApproximately(paper[i], 0.1);
    }

    [Fact]
    public void ExpectedSpend_BtydExamples_Agree()
    {
        // 35 over three purchases, and a customer without any, as BTYD computes them.
        _published.ExpectedSpend(new SpendHistory(3, 35)).Should().BeApproximately(35.027920, 1e-4);
        _published.ExpectedSpend(new SpendHistory(0, 0)).Should().BeApproximately(35.218978, 1e-6);
        _published.MeanSpend.Should().BeApproximately(35.218978, 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    public void Evaluate_AnyPoint_HasTheDerivativesOfFiniteDifferences(double penalty) =>
        Prop.ForAll(_points, point => Derivatives.ShouldMatchDifferences(
            new GammaGammaLikelihood([new(1, 5), new(1, 20), new(1, 3), new(1, 9), new(1, 2.5), new(4, 12), new(30, 7)], [1, 2, 3, 0.5, 1, 1, 2], penalty), point))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void LogLikelihood_OnePurchaseAndWholeParameters_IsThePapersFormula() =>
        // Equation 1a for x = 1, p = 2, q = 3: 12 v^3 z / (v + z)^5.
        new GammaGamma(2, 3, 7).LogLikelihood(SpendTable.From([new(1, 5.0)])).Should().BeApproximately(Math.Log(12 * 343 * 5 / Math.Pow(12, 5)), 1e-13);

    [Fact]
    public void Fit_RandomBuyers_RecoversTheParametersWithinTheirErrors() =>
        Prop.ForAll(
            (from p in Gen.Choose(10, 80)
             from q in Gen.Choose(25, 80)
             from v in Gen.Choose(50, 500)
             from seed in Gen.Choose(0, 1_000_000)
             select (new GammaGamma(p / 10.0, q / 10.0, v / 10.0), seed)).ToArbitrary(),
            sample =>
            {
                var (truth, seed) = sample;
                var random = new Random(seed);
                var rows = Enumerable.Range(0, 4_000).Select(i =>
                {
                    var rate = Simulation.Gamma(random, truth.Q) / truth.V;
                    var x = 1 + (i % 7);
                    return new SpendHistory(x, Simulation.Gamma(random, truth.P * x) / rate / x);
                }).ToArray();

                var fit = GammaGamma.Fit(SpendTable.From(rows));

                fit.Converged.Should().BeTrue();
                Simulation.ShouldRecover(fit, truth.P, truth.Q, truth.V);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Fit_OtherCurrency_ScalesVAlone()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 800).Select(i => new SpendHistory(1 + (i % 5), Simulation.Gamma(random, 4) / Simulation.Gamma(random, 4) * 20)).ToArray();

        var euros = GammaGamma.Fit(SpendTable.From(rows)).Model;
        var cents = GammaGamma.Fit(SpendTable.From(Array.ConvertAll(rows, row => row with { Spend = 100 * row.Spend }))).Model;

        cents.P.Should().BeApproximately(euros.P, 1e-6 * euros.P);
        cents.V.Should().BeApproximately(100 * euros.V, 1e-4 * euros.V);
    }

    [Fact]
    public void Fit_CustomersWithoutSpend_AreCountedAndLeftOut()
    {
        var table = SpendTable.From([new(0, 0), new(2, -3), new(1, 0), new(3, 8), new(2, 5), new(1, 12)]);

        (table.Customers, table.WithoutRepeat, table.WithoutSpend).Should().Be((3, 1, 2));
        table.Histories.ToArray().Select(history => history.Frequency).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void Fit_SpendThatFollowsFrequency_Warns()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 500).Select(i => new SpendHistory(1 + (i % 9), (1 + (i % 9)) * (10 + random.Next(5)))).ToArray();

        GammaGamma.Fit(SpendTable.From(rows)).Warnings.Should().Contain(warning => warning.Code == FitWarningCode.ValueDependsOnFrequency);
    }

    [Fact]
    public void Fit_EveryoneSpendsTheSame_WarnsThatParametersRunAway() =>
        GammaGamma.Fit(SpendTable.From([new(1, 10), new(2, 10), new(3, 10)])).Converged.Should().BeFalse();

    [Fact]
    public void Fit_BadInput_IsRefused()
    {
        ((Action)(() => GammaGamma.Fit(SpendTable.From([new(0, 0)])))).Should().Throw<ArgumentException>();
        ((Action)(() => SpendTable.From([new(1, 4), new(1, double.NaN)]))).Should().Throw<ArgumentException>().WithMessage("*Row 1*");
        ((Action)(() => SpendTable.From([new(-1, 4)]))).Should().Throw<ArgumentException>().WithMessage("*Row 0*");
        ((Action)(() => SpendTable.From([new(1, 4)], [-1]))).Should().Throw<ArgumentException>().WithMessage("*Row 0*");
        ((Action)(() => new GammaGamma(1, 0, 1))).Should().Throw<ArgumentOutOfRangeException>();
        _published.Invoking(model => model.ExpectedSpend(new SpendHistory(2, -5))).Should().Throw<ArgumentException>();
    }
}
