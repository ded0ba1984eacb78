using Crm.Analytics.Survival;

namespace Crm.Analytics.Tests.Survival;

public sealed class LogRankTests
{
    [Fact]
    public void Test_LeukaemiaPatients_GivesThePublishedStatistic()
    {
        // 16.79 with one degree of freedom; 9 events against 19.25 expected under 6-MP, 21 against 10.75 under placebo.
        var test = LogRank.Test(SurvivalData.Leukaemia, SurvivalData.LeukaemiaGroups);

        test.ChiSquare.Should().BeApproximately(16.79, 0.005);
        (test.Groups[0].Observed, test.Groups[1].Observed, test.DegreesOfFreedom).Should().Be((9, 21, 1));
        test.Groups[0].Expected.Should().BeApproximately(19.25, 0.005);
        test.PValue.Should().BeInRange(4.1e-5, 4.3e-5);
    }

    [SkippableFact]
    public void Test_Waltons_GivesTheReferenceStatistic()
    {
        var (sample, groups) = SurvivalData.Waltons();
        LogRank.Test(sample, groups).ChiSquare.Should().BeApproximately(122.249126, 5e-7);
    }

    [Fact]
    public void Test_SimulatedEqualGroups_RejectsAtItsLevel()
    {
        var random = new System.Random(4);
        var rejected = 0;
        for (var run = 0; run < 500; run++)
        {
            var durations = Enumerable.Range(0, 90).Select(_ => -Math.Log(1 - random.NextDouble())).ToArray();
            var observed = durations.Select(_ => random.Next(4) > 0).ToArray();
            var groups = durations.Select((_, i) => $"g{i % 3}").ToArray();
            if (LogRank.Test(new SurvivalSample(durations, observed), groups).PValue < 0.05) rejected++;
        }

        rejected.Should().BeInRange(10, 42, "5 % of 500 runs are 25");
    }

    [Fact]
    public void Test_WithoutEvents_FindsNoDifference()
    {
        var test = LogRank.Test(new SurvivalSample([1, 2], [false, false]), ["a", "b"]);
        (test.ChiSquare, test.DegreesOfFreedom, test.PValue).Should().Be((0, 0, 1));
        LogRank.Test(new SurvivalSample([1, 1], [true, true]), ["a", "b"]).PValue.Should().Be(1);
    }

    [Fact]
    public void Test_OneGroupOrMissingNames_IsRefused()
    {
        var sample = new SurvivalSample([1, 2], [true, true]);
        ((Action)(() => LogRank.Test(sample, ["a", "a"]))).Should().Throw<ArgumentException>();
        ((Action)(() => LogRank.Test(sample, ["a"]))).Should().Throw<ArgumentException>();
        ((Action)(() => LogRank.Test(sample, ["a", ""]))).Should().Throw<ArgumentException>().WithMessage("Row 1*");
    }
}
