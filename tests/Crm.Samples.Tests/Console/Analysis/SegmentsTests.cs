using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Groups of customers through the outside face.</summary>
public sealed class SegmentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Segments_OfIris_HaveTheBestSumOfSquares()
    {
        var found = await Analyze.JsonAsync(
            "segments", TestData.Require("analytics/iris.csv"), "--columns", "Sepal.Length,Sepal.Width,Petal.Length,Petal.Width", "--as-they-are", "--clusters", "3");
        found.Number("withinSquares").Should().BeApproximately(78.851441, 5e-7);
        found.Of("segments").GetArrayLength().Should().Be(3);
        found.Number("milliseconds").Should().BePositive();
    }

    [Fact]
    public async Task Segments_OfPurchases_SayWhatIsSpecial()
    {
        var found = await Analyze.JsonAsync("segments", Analyze.Purchases, "--clusters", "3");
        found.Of("segments").EnumerateArray().Sum(s => s.Of("size").GetInt32()).Should().Be(found.Of("rows").GetInt32());
        found.Of("segments").EnumerateArray().Select(s => s.Of("words").GetString()).Should().OnlyHaveUniqueItems();
        found.Of("perCustomer").GetArrayLength().Should().Be(found.Of("rows").GetInt32());
        (await Analyze.RunAsync("segments", Analyze.Purchases)).Output.Should().Contain("What is special");
    }

    [Theory]
    [InlineData(2, "--clusters", "none")]
    [InlineData(2, "--clusters", "5-2")]
    [InlineData(2, "--restarts", "0")]
    [InlineData(2, "--as-they-are")]
    [InlineData(1, "--clusters", "9")]
    [InlineData(3, "--columns", "weight")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        var file = _folder.Write("rows.csv", "customer,date,amount\n1,2026-01-01,5\n");
        var run = await Analyze.RunAsync(["segments", file, .. args]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }
}
