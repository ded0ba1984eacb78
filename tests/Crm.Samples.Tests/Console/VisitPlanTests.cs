using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm visits plan</c> on a known instance and on what is none.</summary>
public sealed class VisitPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Plan_OfC101_IsTheBestKnown()
    {
        var plan = await CrmRun.JsonAsync(_folder.Path, "visits", "plan", TestData.Require("service/C101.txt"));
        (plan.GetProperty("technicians").GetInt32(), plan.GetProperty("late").GetInt32(), plan.GetProperty("unplanned").GetArrayLength()).Should().Be((10, 0, 0));
        plan.GetProperty("distance").GetDouble().Should().BeApproximately(828.94, 0.01);
        plan.GetProperty("routes").EnumerateArray().SelectMany(r => r.EnumerateArray()).Select(c => c.GetInt32()).Should().BeEquivalentTo(Enumerable.Range(1, 100));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("C1\n2 x\n", 1)]
    [InlineData("C1\n0 10\n", 2)]
    [InlineData("C1\n2 10\n0 0 0 0 0 100 0\n1 0 0 0 50 40 0\n", 4)]
    [InlineData("C1\n2 10\n0 0 0 0 0 100 0\n1 0 0 0\n", 4)]
    [InlineData("C1\n2 10\n0 0 0 0 0 100 0\n1 0 x 0 0 50 0\n", 4)]
    [InlineData("C1\n2 10\n0 0 0 0 0 100 0\n1 0 0 0 0 50 0\n1 0 0 0 0 50 0\n", 3)]
    public async Task Plan_BadFile_IsRefusedWithItsRow(string text, int row)
    {
        await File.WriteAllTextAsync(_folder.File("visits.txt"), text);
        var run = await CrmRun.RunAsync(_folder.Path, ["visits", "plan", "visits.txt", "--json"]);
        run.ExitCode.Should().Be(3, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("row").GetInt32().Should().Be(row);
    }
}
