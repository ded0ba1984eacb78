using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Target markets through the outside face.</summary>
public sealed class TargetMarketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-08")]
    public async Task TargetMarket_OfAFile_GivesCriteria()
    {
        // Of those in DE from 40 on all are targets, of the others one in ten.
        var rows = Enumerable.Range(0, 400).Select(i => (Country: i % 4 == 0 ? "DE" : "AT", Age: 20 + (i / 4 % 50), Code: i % 7, Row: i))
            .Select(c => $"{c.Row},{c.Country},{c.Age},{c.Code},{((c.Country == "DE" && c.Age >= 40) || c.Row % 10 == 3 ? 1 : 0)}");
        var file = _folder.Write("customers.csv", "id,country,age,code,profitable\n" + string.Join('\n', rows) + "\n");

        string[] asked = ["target-market", file, "--target", "profitable", "--attributes", "country,age,code", "--as-choices", "code"];
        var found = await Analyze.JsonAsync(asked);

        var best = found.Of("groups")[0];
        best.Of("criteria").GetRawText().Should().Contain("\"country\"").And.Contain("\"DE\"").And.Contain("greaterOrEqual");
        best.Of("isSignificant").GetBoolean().Should().BeTrue();
        best.Number("lift").Should().BeGreaterThan(2);
        (await Analyze.RunAsync(asked)).Output.Should().Contain("country = DE");
    }

    [SkippableFact]
    [Trait("Check", "AN-08")]
    public async Task Product_OfOnlineRetail_ReachesLaterBuyersSooner()
    {
        var found = await Analyze.JsonAsync(
            ["target-market", .. Analyze.RetailFiles(), .. Analyze.RetailOptions, "--product", "22423", "--calibration-end", "2011-09-30", "--method", "itemknn", "--top", "5"]);
        found.Of("holdout").Number("areaUnderCurve").Should().BeGreaterThan(0.6);
        found.Of("holdout").Of("gains")[2].Number("lift").Should().BeGreaterThan(1.5);
        found.Of("customers").GetArrayLength().Should().Be(5);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--target", "group")]
    [InlineData(2, "--target", "group", "--attributes", "amount", "--as-choices", "date")]
    [InlineData(2, "--target", "group", "--attributes", "amount", "--max-conditions", "9")]
    [InlineData(2, "--target", "group", "--product", "x")]
    [InlineData(3, "--target", "group", "--attributes", "amount")]
    [InlineData(3, "--target", "group", "--attributes", "weight")]
    [InlineData(1, "--product", "anvil")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        var file = _folder.Write("rows.csv", "customer,date,product,amount,group\n1,2026-01-01,tea,5,maybe\n");
        var run = await Analyze.RunAsync(["target-market", file, .. args]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }
}
