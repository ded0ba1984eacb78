using System.Globalization;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Experiments through the outside face.</summary>
public sealed class UpliftTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-07")]
    public async Task Uplift_OfPurchases_RecoversWhatWasAdded()
    {
        // Everybody spends 20 before; after, the treated spend 5 more, give or take one.
        var (rows, groups) = (new List<string> { "customer,date,product,amount" }, new List<string> { "customer,group" });
        for (var i = 0; i < 200; i++)
        {
            var treated = i % 2 == 0;
            groups.Add($"{i + 1},{(treated ? "treated" : "control")}");
            rows.Add($"{i + 1},2026-01-05,tea,{20 + (i / 2 % 7)}");
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1},2026-02-0{1 + (i % 9)},tea,{20 + (i / 2 % 7) + (i / 2 % 3) - 1 + (treated ? 5 : 0)}"));
        }

        groups.Add("9999,control");
        var (file, who) = (_folder.Write("bought.csv", string.Join('\n', rows)), _folder.Write("groups.csv", string.Join('\n', groups)));

        var found = await Analyze.JsonAsync("uplift", file, "--groups", who, "--start", "2026-02-01");
        found.Of("customersNotInLog").GetInt32().Should().Be(1);
        var adjusted = found.Of("adjusted");
        adjusted.Number("difference").Should().BeApproximately(5, 0.5);
        (adjusted.Number("lower") < 5 && adjusted.Number("upper") > 5 && adjusted.Number("lower") > 0).Should().BeTrue();
        adjusted.Number("standardError").Should().BeLessThan(found.Of("means").Number("standardError"));
        found.Of("buyers").Number("lower").Should().BeLessThan(0, "all but one of either group bought");
        found.Number("milliseconds").Should().BePositive();
        (await Analyze.JsonAsync("uplift", file, "--groups", who, "--start", "2026-02-01", "--product", "milk")).Of("means").Number("difference").Should().Be(0);
        (await Analyze.RunAsync("uplift", file, "--groups", who, "--start", "2026-02-01", "--measure", "days")).Output.Should().Contain("Share of buyers");
    }

    [Fact]
    public async Task Uplift_OfColumns_IsThatOfTheFile()
    {
        var file = _folder.Write("test.csv", "id,sent,spent\n1,1,2\n2,1,3\n3,1,5\n4,1,6\n5,0,1\n6,0,1.5\n7,0,2.5\n8,0,3\n");
        var found = await Analyze.JsonAsync("uplift", file, "--treated", "sent", "--outcome", "spent");
        found.Of("means").Number("difference").Should().Be(2);
        found.Of("means").Number("total").Should().Be(8);
        found.Of("adjusted").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Plan_SaysHowManyCustomers()
    {
        var planned = await Analyze.JsonAsync("uplift", "--plan", "--rate", "0.5", "--difference", "0.25", "--power", "0.9");
        (planned.Number("treated"), planned.Number("control"), planned.Number("total")).Should().Be((77, 77, 154));
        (await Analyze.JsonAsync("uplift", "--plan", "--deviation", "1", "--difference", "0.5")).Number("treated").Should().Be(64);
    }

    [Theory]
    [InlineData(2, "--plan", "--rate", "0.5")]
    [InlineData(2, "--plan", "--rate", "0.9", "--difference", "0.2")]
    [InlineData(2, "--plan", "--rate", "0.9", "--deviation", "1", "--difference", "0.05")]
    [InlineData(2, "--rate", "0.5")]
    [InlineData(2, "FILE", "--treated", "customer")]
    [InlineData(2, "FILE", "--groups", "FILE")]
    [InlineData(2, "FILE", "--groups", "FILE", "--start", "soon")]
    [InlineData(3, "FILE", "--groups", "FILE", "--start", "2026-01-01")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        var file = _folder.Write("rows.csv", "customer,group,date,amount\n1,maybe,2026-01-01,5\n");
        var run = await Analyze.RunAsync(["uplift", .. args.Select(arg => arg == "FILE" ? file : arg)]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }
}
