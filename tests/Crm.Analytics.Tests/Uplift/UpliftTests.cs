using Crm.Analytics.Purchases;
using Crm.Analytics.Tests.Purchases;
using Crm.Analytics.Uplift;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Uplift;

public sealed class UpliftTests
{
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
    [Theory]
    [Trait("Check", "AN-07")]
    [InlineData(70, 56, 80, 48, 0.0524, 0.3339)]
    [InlineData(10, 9, 10, 3, 0.1705, 0.8090)]
    [InlineData(7, 6, 7, 2, 0.0582, 0.8062)]
    [InlineData(56, 5, 29, 0, -0.0381, 0.1926)]
    [InlineData(10, 0, 20, 0, -0.1611, 0.2775)]
    [InlineData(10, 0, 10, 0, -0.2775, 0.2775)]
    [InlineData(10, 10, 20, 0, 0.6791, 1)]
    [InlineData(10, 10, 10, 0, 0.6075, 1)]
    public void Proportions_PublishedExamples(int treated, int bought, int control, int controlBought, double lower, double upper)
    {
        var uplift = ProportionUplift.Of(treated, bought, control, controlBought);
        uplift.Lower.Should().BeApproximately(lower, 5.1e-5);
        uplift.Upper.Should().BeApproximately(upper, 5.1e-5);
        uplift.PValue.Should().BeInRange(0, 1);
        (uplift.Relative is null).Should().Be(controlBought == 0);
    }

    [Fact]
    public void Means_WorkedExample_IsWelchs()
    {
        // Means 4 and 2, squares about them 10 and 2.5, four in each group.
        var uplift = MeanUplift.Of(new UpliftSample(
            [true, true, true, true, false, false, false, false], [2, 3, 5, 6, 1, 1.5, 2.5, 3]));
        uplift.Difference.Should().BeApproximately(2, 1e-12);
        var (one, other) = (10 / 3.0 / 4, 2.5 / 3.0 / 4);
        uplift.StandardError.Should().BeApproximately(Math.Sqrt(one + other), 1e-12);
        uplift.DegreesOfFreedom.Should().BeApproximately((one + other) * (one + other) / ((one * one / 3) + (other * other / 3)), 1e-12);
        (uplift.Upper - 2).Should().BeApproximately(2 - uplift.Lower, 1e-12);
        var t = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, uplift.DegreesOfFreedom, 0.975);
        uplift.Upper.Should().BeApproximately(2 + (t * uplift.StandardError), 1e-8);
        uplift.Total.Should().BeApproximately(8, 1e-12);
        uplift.Relative.Should().BeApproximately(1, 1e-12);
    }

    [Fact]
    public void Adjusted_EqualGroupsAlike_IsAnalysisOfCovariance()
    {
        // Regression of y on group and past, by the normal equations.
        double[] past = [1, 4, 2, 6, 3, 5, 2, 7, 1, 4], outcomes = [3, 6, 5, 9, 5, 4, 2, 6, 1, 4];
        bool[] treated = [true, true, true, true, true, false, false, false, false, false];
        var x = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRows(treated.Zip(past, (t, p) => new[] { 1, t ? 1 : 0, p }));
        var inverse = (x.Transpose() * x).Inverse();
        var beta = inverse * x.Transpose() * MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(outcomes);

        var uplift = MeanUplift.Adjusted(new UpliftSample(treated, outcomes, past));

        uplift.Difference.Should().BeApproximately(beta[1], 1e-10);
        uplift.Coefficient.Should().BeApproximately(beta[2], 1e-10);
        var residuals = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(outcomes) - (x * beta);
        uplift.StandardError.Should().BeApproximately(Math.Sqrt(residuals * residuals / 7 * inverse[1, 1]), 1e-10, "groups of one size pool their variances");
        uplift.VarianceReduction.Should().BeInRange(0, 1);
    }

    [Fact]
    [Trait("Check", "AN-07")]
    public void NoUplift_IntervalContainsZeroAsOftenAsItSays()
    {
        UpliftSimulation.Coverage(2000, 0, r => MeanUplift.Of(UpliftSimulation.Spend(r, 200, 0)) is var u ? (u.Lower, u.Upper) : default).Should().BeInRange(0.935, 0.965);
        UpliftSimulation.Coverage(2000, 0, r => MeanUplift.Adjusted(UpliftSimulation.Spend(r, 200, 0)) is var u ? (u.Lower, u.Upper) : default).Should().BeInRange(0.935, 0.965);
        UpliftSimulation.Coverage(2000, 0, r => ProportionUplift.Of(UpliftSimulation.Bought(r, 300, 0.06, 100, 0.06)) is var u ? (u.Lower, u.Upper) : default).Should().BeInRange(0.935, 0.975);
    }

    [Fact]
    [Trait("Check", "AN-07")]
    public void SimulatedUplift_IsRecovered_AndThePastNarrowsTheInterval()
    {
        UpliftSimulation.Coverage(1000, 3, r => MeanUplift.Adjusted(UpliftSimulation.Spend(r, 300, 3)) is var u ? (u.Lower, u.Upper) : default).Should().BeInRange(0.93, 0.97);
        UpliftSimulation.Coverage(1000, 0.05, r => ProportionUplift.Of(UpliftSimulation.Bought(r, 400, 0.15, 200, 0.10)) is var u ? (u.Lower, u.Upper) : default).Should().BeInRange(0.93, 0.975);
        var large = UpliftSimulation.Spend(new System.Random(5), 40_000, 3);
        var (plain, adjusted) = (MeanUplift.Of(large), MeanUplift.Adjusted(large));
        adjusted.Difference.Should().BeApproximately(3, 3 * adjusted.StandardError);
        adjusted.PValue.Should().BeLessThan(1e-10);
        adjusted.VarianceReduction.Should().BeGreaterThan(0.3);
        (adjusted.StandardError / plain.StandardError).Should().BeApproximately(Math.Sqrt(1 - adjusted.VarianceReduction!.Value), 0.002);
    }

    [Fact]
    public void Power_OfTheSizeAskedFor_IsWhatWasAskedFor()
    {
        var size = SampleSize.ForProportions(0.10, 0.05, new SampleSizeOptions { Power = 0.8 });
        var random = new System.Random(3);
        var shown = Enumerable.Range(0, 1000).Count(_ => ProportionUplift.Of(
            UpliftSimulation.Bought(random, (int)size.Treated, 0.15, (int)size.Control, 0.10)).PValue < 0.05) / 1000.0;
        shown.Should().BeInRange(0.76, 0.84);
    }

    // power.prop.test(p1 = .5, p2 = .75, power = .9) of R gives 76.7, power.t.test(delta = .5) with power .8 gives 63.8, each in one group.
    [Fact]
    public void SampleSize_PublishedExamples()
    {
        SampleSize.ForProportions(0.5, 0.25, new SampleSizeOptions { Power = 0.9 }).Should().Be(new SampleSize(77, 77));
        SampleSize.ForMeans(1, 0.5).Should().Be(new SampleSize(64, 64));
        SampleSize.ForMeans(1, -0.5, correlation: 0.6).Treated.Should().Be(42);
        SampleSize.ForMeans(1, 0.5, options: new SampleSizeOptions { ControlShare = 0.1 }).Total.Should().BeGreaterThan(300);
    }

    [Fact]
    [Trait("Check", "AN-07")]
    public void Sample_OfALog_TakesPastAndOutcomeByDays()
    {
        var log = PurchaseLog.From(
        [
            Row(1, 0, 10), Row(1, 9, 5), Row(1, 10, 20) with { Product = "tea" }, Row(1, 10, 2) with { Product = "milk" }, Row(1, 12, -4) with { Product = "tea" },
            Row(2, 5, 7), Row(2, 30, 50), Row(3, 11, 8) with { Product = "tea" },
        ]);
        UpliftMember[] members = [new(1, true), new(2, true), new(3, false), new(4, false)];

        var sample = UpliftSample.From(log, members, Start.PlusDays(10), new UpliftSampleOptions { Through = Start.PlusDays(20) });

        sample.Outcomes.ToArray().Should().Equal(18, 0, 8, 0);
        sample.Past.ToArray().Should().Equal(15, 7, 0, 0);
        (sample.TreatedCount, sample.ControlCount, sample.CustomersNotInLog).Should().Be((2, 2, 1));
        Outcomes(new UpliftSampleOptions()).Should().Equal(18, 50, 8, 0);
        Outcomes(new UpliftSampleOptions { Measure = UpliftMeasure.PurchaseDays }).Should().Equal(1, 1, 1, 0);
        Outcomes(new UpliftSampleOptions { Product = "tea" }).Should().Equal(16, 0, 8, 0);
        Outcomes(new UpliftSampleOptions { Product = "anvil" }).Should().Equal(0, 0, 0, 0);
        UpliftSample.From(log, members, Start.PlusDays(10), new UpliftSampleOptions { PastDays = 2 }).Past.ToArray().Should().Equal(5, 0, 0, 0);

        double[] Outcomes(UpliftSampleOptions options) => UpliftSample.From(log, members, Start.PlusDays(10), options).Outcomes.ToArray();
    }

    [Fact]
    public void ControlGroup_Draw_IsStableNestedAndIndependentOfOthers()
    {
        PurchaseKey[] customers = [.. Enumerable.Range(0, 20_000).Select(i => (PurchaseKey)i)];
        var (tenth, fifth, other) = (new ControlGroup("spring", 0.1), new ControlGroup("spring", 0.2), new ControlGroup("autumn", 0.1));
        var drawn = customers.Where(tenth.Contains).ToHashSet();
        (drawn.Count / 20_000.0).Should().BeApproximately(0.1, 0.01);
        drawn.All(fifth.Contains).Should().BeTrue();
        (drawn.Count(other.Contains) / (double)drawn.Count).Should().BeApproximately(0.1, 0.03);
        tenth.Assign(customers).Count(member => !member.IsTreated).Should().Be(drawn.Count);
        tenth.Contains("7").Should().Be(tenth.Contains(7), "a key is its text");
    }

    [Fact]
    public void Difference_OfAnyGroups_ChangesSignWithThem() => Prop.ForAll(
        (from counts in Gen.Choose(1, 60).Two() from met in Gen.Choose(0, 60).Two() select (counts, met)).ToArbitrary(),
        draw =>
        {
            var ((treated, control), (a, b)) = draw;
            (a, b) = (Math.Min(a, treated), Math.Min(b, control));
            var (one, other) = (ProportionUplift.Of(treated, a, control, b), ProportionUplift.Of(control, b, treated, a));
            one.Difference.Should().BeInRange(one.Lower - 1e-12, one.Upper + 1e-12);
            one.Lower.Should().BeApproximately(-other.Upper, 1e-12).And.BeGreaterThanOrEqualTo(-1);
            one.Upper.Should().BeApproximately(-other.Lower, 1e-12).And.BeLessThanOrEqualTo(1);
            one.PValue.Should().BeApproximately(other.PValue, 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Alike_OutcomesOrPast_AreNoDivisionByZero()
    {
        var same = new UpliftSample([true, true, false, false], [5, 5, 5, 5], [1, 1, 1, 1]);
        var uplift = MeanUplift.Adjusted(same);
        (uplift.Difference, uplift.Lower, uplift.Upper, uplift.PValue, uplift.Coefficient).Should().Be((0, 0, 0, 1, 0));
        var apart = MeanUplift.Of(new UpliftSample([true, true, false, false], [6, 6, 5, 5]));
        (apart.Lower, apart.Upper, apart.PValue).Should().Be((1, 1, 0));
        ProportionUplift.Of(same).Difference.Should().Be(0);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        var fine = new UpliftSample([true, true, false, false], [1, 2, 3, 4]);
        Action[] acts =
        [
            () => _ = new UpliftSample([true], [1, 2]),
            () => _ = new UpliftSample([true], [double.NaN]),
            () => _ = new UpliftSample([true, false], [1, 2], [1]),
            () => MeanUplift.Adjusted(fine),
            () => MeanUplift.Of(fine, 1),
            () => MeanUplift.Of(fine).DetectableDifference(0),
            () => MeanUplift.Of(new UpliftSample([true, true, false], [1, 2, 3])),
            () => ProportionUplift.Of(new UpliftSample([true], [1])),
            () => ProportionUplift.Of(5, 6, 5, 1),
            () => ProportionUplift.Of(5, -1, 5, 1),
            () => SampleSize.ForProportions(0.5, 0.6),
            () => SampleSize.ForProportions(0.5, 0),
            () => SampleSize.ForMeans(0, 1),
            () => SampleSize.ForMeans(1, 1e-12),
            () => SampleSize.ForMeans(1, 1, 1),
            () => _ = new ControlGroup("x", 1),
            () => _ = new ControlGroup(" ", 0.1),
            () => UpliftSample.From(PurchaseLog.From([]), [new(1, true), new(1, false)], Start),
            () => UpliftSample.From(PurchaseLog.From([]), [new(default, true)], Start),
            () => UpliftSample.From(PurchaseLog.From([Row(1, 0, 5)]), [new(1, true)], Start.PlusDays(1)),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
