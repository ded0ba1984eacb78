using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Survival and seasonality through the outside face; references by R's survival and stats.</summary>
public sealed class SurvivalAndSeasonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Survival_OfWaltons_GivesTheReference()
    {
        var found = await Analyze.JsonAsync("survival", TestData.Require("analytics/waltons.csv"), "--time", "T", "--event", "E", "--group", "group");
        (found.Number("median"), found.Number("medianLower"), found.Number("medianUpper")).Should().Be((56, 53, 58));
        (found.Of("count").GetInt32(), found.Of("events").GetInt32()).Should().Be((163, 156));
        At(found.Of("curves")[0], 30).Number("survival").Should().BeApproximately(.8272239, 1e-7);
        At(found.Of("curves")[0], 61).Number("survival").Should().BeApproximately(.2543050, 1e-7);
        found.Of("curves").EnumerateArray().Skip(1).Select(c => $"{c.Of("group")} {c.Of("median")}").Should().Equal("control 58", "miR-137 26");
        found.Of("logRank").Number("chiSquare").Should().BeApproximately(122.249126, 1e-6);
        found.Of("cox").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [SkippableTheory]
    [InlineData("efron", -658.747659)]
    [InlineData("breslow", -659.120606)]
    public async Task Cox_OfRossi_GivesTheReference(string ties, double logLikelihood)
    {
        var found = await Analyze.JsonAsync(
            "survival", TestData.Require("analytics/rossi.csv"), "--time", "week", "--event", "arrest", "--covariates", "fin,age,race,wexp,mar,paro,prio", "--ties", ties);
        var cox = found.Of("cox");
        cox.Number("logLikelihood").Should().BeApproximately(logLikelihood, 1e-5);
        if (ties == "efron")
        {
            cox.Number("nullLogLikelihood").Should().BeApproximately(-675.380632, 1e-5);
            (string, double)[] reference =
                [("fin", -.3794222), ("age", -.0574377), ("race", .3138998), ("wexp", -.1497957), ("mar", -.4337039), ("paro", -.0848711), ("prio", .0914971)];
            foreach (var (name, value) in reference)
            {
                cox.Of("parameters").Number(name).Should().BeApproximately(value, 1e-6);
            }
        }

        At(found.Of("curves")[0], 52).Number("survival").Should().BeApproximately(.7361111, 1e-7);
        At(found.Of("curves")[0], 52).Number("hazard").Should().BeApproximately(.3051275, 1e-7);
    }

    [Fact]
    public async Task Survival_OfPurchases_EndsWithSilence()
    {
        var found = await Analyze.JsonAsync("survival", Analyze.Purchases, "--silence", "180");
        (found.Of("silenceDays").GetInt32(), found.Of("count").GetInt32()).Should().Be((180, 2357));
        var share = found.Number("events") / 2357;
        share.Should().BeInRange(0.5, 0.95, "most bought once or twice and were not seen again");
        (await Analyze.JsonAsync("survival", Analyze.Purchases, "--silence", "300")).Number("events").Should().BeLessThan(found.Number("events"));
    }

    [Theory]
    [InlineData("t,e\n1,2", "e", "ValueInvalid")]
    [InlineData("t,e\n-1,1", "t", "NumberInvalid")]
    [InlineData("t,e\nsoon,1", "t", "NumberInvalid")]
    [InlineData("t,e\n,1", "t", "CellEmpty")]
    public async Task UnusableDuration_IsRefusedWithItsPlace(string text, string column, string code)
    {
        var file = _folder.Write("durations.csv", text);
        var run = await Analyze.RunAsync("survival", file, "--time", "t", "--event", "e");
        run.ExitCode.Should().Be(3);
        run.Errors.Should().StartWith($"{file}, row 2, column {column}: ").And.Contain($"[{code}]");
    }

    [Fact]
    public async Task ConstantCovariate_IsRefused()
    {
        var file = _folder.Write("durations.csv", "t,e,x\n1,1,3\n2,1,3\n");
        var run = await Analyze.RunAsync("survival", file, "--time", "t", "--event", "e", "--covariates", "x");
        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("[CovariatesUnusable]").And.Contain("x");
        (await Analyze.RunAsync("survival", file, "--event", "e")).ExitCode.Should().Be(2);
        (await Analyze.RunAsync("survival", file, "--time", "t", "--event", "missing")).ExitCode.Should().Be(3);
    }

    [SkippableFact]
    public async Task Season_OfAirPassengers_GivesTheReference()
    {
        var found = await Analyze.JsonAsync("seasonality", TestData.Require("analytics/ts_AirPassengers.csv"), "--value", "y", "--season", "12", "--form", "multiplicative");
        double[] figure =
            [.9102304, .8836253, 1.0073663, .9759060, .9813780, 1.1127758, 1.2265555, 1.2199110, 1.0604919, .9217572, .8011781, .8988244];
        found.Numbers("figure").Zip(figure).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-7);
        found.Of("holtWinters").Number("sse").Should().BeInRange(16000, 16570.78, "R finds 16570.7779 from its one start");
        found.Of("forecasts").GetArrayLength().Should().Be(12);
    }

    [SkippableFact]
    public async Task Season_OfNottingham_GivesTheReference()
    {
        var found = await Analyze.JsonAsync("seasonality", TestData.Require("analytics/ts_nottem.csv"), "--value", "y", "--season", "12");
        double[] figure =
            [-9.347198, -9.855250, -6.853301, -2.763471, 3.501357, 8.983303, 12.845250, 11.476381, 7.447511, .473690, -6.430131, -9.478142];
        found.Of("stl").Numbers("figure").Zip(figure).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        found.Of("stl").Number("remainderSquares").Should().BeApproximately(970.662189, 1e-3);
    }

    [SkippableFact]
    public async Task Season_OfOnlineRetail_IsTheWeekWithoutSaturdays()
    {
        var found = await Analyze.JsonAsync(["seasonality", .. Analyze.RetailFiles(), .. Analyze.RetailOptions, "--period", "day", "--top", "2"]);
        (found.Of("season").GetInt32(), found.Of("period").GetString()).Should().Be((7, "1 day"));
        found.Of("series")[0].Of("start").GetString().Should().Be("2010-12-01");
        // The series starts on a Wednesday, so Saturday is its fourth day: the shop was closed.
        found.Numbers("figure").Min().Should().Be(found.Numbers("figure")[3]);
        found.Of("perProduct").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task ShortSeries_HasNoSeason_AndSaysSo()
    {
        var found = await Analyze.JsonAsync("seasonality", Analyze.Purchases);
        found.Of("series").GetArrayLength().Should().Be(18);
        found.Of("warnings")[0].Of("message").GetString().Should().Contain("fewer than two seasons of 12");
        found.Of("stl").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static JsonElement At(JsonElement curve, double time) => curve.Of("points").EnumerateArray().Last(p => p.Number("time") <= time);
}
