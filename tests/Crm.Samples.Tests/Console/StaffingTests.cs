using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class StaffingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Staffing_Agents_GivesWhatTheyAchieve()
    {
        var figures = await CrmRun.JsonAsync(_folder.Path, "staffing", "--calls", "360", "--interval", "1800s", "--aht", "240s", "--answer-within", "15s", "--agents", "55");
        figures.GetProperty("trafficErlangs").GetDouble().Should().Be(48);
        figures.GetProperty("probabilityOfWait").GetDouble().Should().BeApproximately(.238701, 5e-7);
        figures.GetProperty("serviceLevel").GetDouble().Should().BeApproximately(.845883, 5e-7);
        figures.GetProperty("asaSeconds").GetDouble().Should().BeApproximately(8.184, 5e-5);
        figures.GetProperty("occupancy").GetDouble().Should().BeApproximately(.872727, 5e-7);
        figures.GetProperty("agents").GetInt32().Should().Be(55);
        figures.GetProperty("positions").GetInt32().Should().Be(55);
        Directory.GetFiles(_folder.Path).Should().BeEmpty("a command that computes touches no database");
    }

    [Fact]
    public async Task Staffing_Target_GivesTheAgents()
    {
        var figures = await CrmRun.JsonAsync(
            _folder.Path, "staffing", "--calls", "100", "--interval", "30m", "--aht", "3m", "--target", "0.8", "--shrinkage", "0.3", "--max-occupancy", "0.7");
        figures.GetProperty("agents").GetInt32().Should().Be(15);
        figures.GetProperty("positions").GetInt32().Should().Be(22);
    }

    [Fact]
    public async Task Staffing_TooFewAgents_SaysSo()
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["staffing", "--calls", "100", "--interval", "1800s", "--aht", "180s", "--agents", "10"]);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("ever longer");
        var figures = await CrmRun.JsonAsync(_folder.Path, "staffing", "--calls", "100", "--interval", "1800s", "--aht", "180s", "--agents", "10");
        figures.GetProperty("stable").GetBoolean().Should().BeFalse();
        figures.GetProperty("asaSeconds").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("--calls -1 --interval 1800s --aht 240s --agents 5")]
    [InlineData("--calls NaN --interval 1800s --aht 240s --agents 5")]
    [InlineData("--calls 10 --interval 1800s --aht 0s --agents 5")]
    [InlineData("--calls 10 --interval 1800 --aht 240s --agents 5")]
    [InlineData("--calls 10 --interval 1800s --aht 240s")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --agents 5 --target 0.8")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --agents 0")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --agents 5 --shrinkage 1")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --target 1")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --target 0.8 --max-occupancy 1.5")]
    [InlineData("--calls 10 --interval 1800s --aht 240s --agents 5 --max-occupancy 0.8")]
    [InlineData("--interval 1800s --aht 240s --agents 5")]
    public async Task Staffing_ValuesThatMakeNoSense_AreWrongUsage(string options)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["staffing", .. options.Split(' ')]);
        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ").And.NotContain("(Parameter");
    }
}
