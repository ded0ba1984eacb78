using Crm.Analytics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Survival;

public sealed class KaplanMeierTests
{
    [Fact]
    public void Estimate_LeukaemiaPatients_GivesThePublishedCurve()
    {
        // D. Collett, and J. P. Klein and M. L. Moeschberger, print this curve and Greenwood's errors.
        var curve = KaplanMeier.Estimate(SurvivalData.Treated);

        (double Time, double Survival, double Error)[] published =
            [(6, .8571, .0764), (7, .8067, .0869), (10, .7529, .0963), (13, .6902, .1068), (16, .6275, .1141), (22, .5378, .1282), (23, .4482, .1346)];
        foreach (var (time, survival, error) in published)
        {
            curve.At(time).Value!.Value.Should().BeApproximately(survival, 5.1e-5);
            curve.StandardErrorAt(time).Should().BeApproximately(error, 5.1e-5);
        }

        curve.Median.Value.Should().Be(23);
        curve.Median.Upper.Should().BeNull("the upper bound stays above a half");
    }

    [SkippableFact]
    public void Estimate_Waltons_GivesTheReferenceValues()
    {
        // R survival 3.5.
        var (sample, groups) = SurvivalData.Waltons();
        var curve = KaplanMeier.Estimate(sample);

        (sample.Count, sample.Events).Should().Be((163, 156));
        curve.Median.Should().Be(new SurvivalEstimate(56, 53, 58));
        foreach (var (time, survival) in new[] { (6, .9938650), (30, .8272239), (56, .4299026), (61, .2543050) })
            curve.At(time).Value!.Value.Should().BeApproximately(survival, 5e-8);
        KaplanMeier.Estimate(Part("miR-137")).Median.Value.Should().Be(26);
        KaplanMeier.Estimate(Part("control")).Median.Value.Should().Be(58);

        SurvivalSample Part(string group)
        {
            var rows = Enumerable.Range(0, sample.Count).Where(row => groups[row] == group).ToArray();
            return new([.. rows.Select(row => sample.Durations[row])], [.. rows.Select(row => sample.Observed[row])]);
        }
    }

    [SkippableFact]
    public void Estimate_Rossi_GivesTheReferenceValues()
    {
        var (sample, _) = SurvivalData.Rossi();
        var curve = KaplanMeier.Estimate(sample);

        foreach (var (time, survival) in new[] { (10, .9652778), (26, .8750000), (52, .7361111) })
            curve.At(time).Value!.Value.Should().BeApproximately(survival, 5e-8);
        NelsonAalen.Estimate(sample).At(52).Value!.Value.Should().BeApproximately(.3051275, 5e-8);
        curve.Median.Should().Be(default(SurvivalEstimate));
    }

    [Fact]
    public void Estimate_WithoutCensoring_IsTheShareStillThere() =>
        Prop.ForAll(Gen.Choose(0, 20).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 21).ToArbitrary(), (durations, time) =>
        {
            var curve = KaplanMeier.Estimate(new SurvivalSample([.. durations.Select(d => (double)d)], [.. durations.Select(_ => true)]));
            var share = durations.Count(d => d > time) / (double)durations.Count;
            curve.At(time).Value!.Value.Should().BeApproximately(share, 1e-12);
            curve.StandardErrorAt(time).Should().BeApproximately(Math.Sqrt(share * (1 - share) / durations.Count), 1e-12, "Greenwood's formula is then the binomial one");
            curve.RestrictedMean(durations.Max()).Should().BeApproximately(durations.Average(), 1e-9);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(SurvivalScale.Plain)]
    [InlineData(SurvivalScale.Log)]
    [InlineData(SurvivalScale.LogLog)]
    public void Estimate_SimulatedExponentialLifetimes_CoversTheTruth(SurvivalScale scale)
    {
        var random = new System.Random(8);
        var covered = 0;
        for (var run = 0; run < 400; run++)
        {
            var (durations, observed) = (new double[120], new bool[120]);
            for (var i = 0; i < 120; i++)
            {
                var (life, end) = (-Math.Log(1 - random.NextDouble()), random.NextDouble() * 3);
                (durations[i], observed[i]) = (Math.Min(life, end), life <= end);
            }

            var at = KaplanMeier.Estimate(new SurvivalSample(durations, observed), new SurvivalOptions { Scale = scale }).At(0.7);
            if (at.Lower <= Math.Exp(-0.7) && at.Upper >= Math.Exp(-0.7)) covered++;
        }

        covered.Should().BeInRange(364, 393, "95 % of 400 runs are 380, with a standard error of 4.4");
    }

    [Fact]
    public void Estimate_NoDurations_IsOneEverywhere()
    {
        var curve = KaplanMeier.Estimate(new SurvivalSample([], []));
        curve.At(5).Should().Be(new SurvivalEstimate(1, 1, 1));
        curve.Median.Should().Be(default(SurvivalEstimate));
        NelsonAalen.Estimate(new SurvivalSample([], [])).At(1).Value.Should().Be(0);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Sample_BadDuration_IsRefusedByRow(double duration) =>
        ((Action)(() => new SurvivalSample([1, duration], [true, false]))).Should().Throw<ArgumentException>().WithMessage("Row 1*");
}
