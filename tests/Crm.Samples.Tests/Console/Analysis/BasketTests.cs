using System.Globalization;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Baskets through the outside face.</summary>
public sealed class BasketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Counts on which other miners agree.
    [SkippableTheory]
    [Trait("Check", "AN-07")]
    [InlineData("retail.dat", "0.001", "all", 7589)]
    [InlineData("retail.dat", "9", "all", 240852)]
    [InlineData("retail.dat", "9", "closed", 189077)]
    [InlineData("retail.dat", "9", "maximal", 75200)]
    [InlineData("mushroom.dat", "407", "all", 3755511)]
    public async Task Baskets_CountOnly_OfPublicFiles_AreThoseOfOtherMiners(string file, string support, string kind, int itemsets)
    {
        var found = await Analyze.JsonAsync(
            "baskets", TestData.Require("analytics/" + file), "--format", "fimi", "--min-support", support, "--kind", kind, "--count-only");
        found.Of("itemsets").GetInt64().Should().Be(itemsets);
        found.Of("bySize").EnumerateObject().Sum(s => s.Value.GetInt64()).Should().Be(itemsets);
        found.Of("truncated").GetBoolean().Should().BeFalse();
        (found.Number("milliseconds") >= 0, found.Number("cpuMilliseconds") >= 0).Should().Be((true, true));
    }

    [SkippableFact]
    [Trait("Check", "AN-07")]
    public async Task Baskets_OfGroceries_GiveTheRulesOfArules_AndWriteThem()
    {
        var groceries = TestData.Require("analytics/groceries.basket");
        var found = await Analyze.JsonAsync("baskets", groceries, "--format", "basket", "--min-support", "0.001", "--rules", _folder.File("rules.csv"));
        (found.Of("transactions").GetInt32(), found.Of("minSupport").GetInt32(), found.Of("rules").GetInt32()).Should().Be((9835, 10, 5668));
        (found.Of("itemsets").GetInt32(), found.Of("redundantRules").GetInt32(), found.Of("significantRules").GetInt32()).Should().Be((13492, 572, 5594));
        var top = found.Of("top")[0];
        top.Of("if").EnumerateArray().Select(i => i.GetString()).Should().Equal("Instant food products", "soda");
        top.Of("then")[0].GetString().Should().Be("hamburger meat");
        (top.Number("count"), Math.Round(top.Number("confidence"), 7), Math.Round(top.Number("lift"), 5)).Should().Be((12, .6315789, 18.99565));
        var lines = await File.ReadAllLinesAsync(_folder.File("rules.csv"));
        lines.Should().HaveCount(5669);
        lines[0].Should().StartWith("lhs,rhs,count,support,confidence,lift,coverage,leverage,conviction,chiSquared,phi,jaccard,kulczynski,cosine,hyperLift,fishersExactTest,oddsRatio,gini,jMeasure,addedValue,doc,imbalance");
        lines[1].Should().StartWith("\"{Instant food products,soda}\",\"{hamburger meat}\",12,");

        var few = await Analyze.JsonAsync("baskets", groceries, "--format", "basket", "--min-support", "0.006", "--min-confidence", "0.25");
        few.Of("rules").GetInt32().Should().Be(463);
        var cut = await Analyze.JsonAsync("baskets", groceries, "--format", "basket", "--min-support", "10", "--max-itemsets", "100");
        (cut.Of("itemsets").GetInt32(), cut.Of("truncated").GetBoolean()).Should().Be((100, true));
    }

    [Fact]
    [Trait("Check", "AN-07")]
    public async Task Baskets_OfPurchases_AreOrdersDaysOrCustomers()
    {
        var file = _folder.Write(
            "bought.csv",
            "customer,date,product,order,amount\na,2024-01-01,milk,1,2\na,2024-01-01,bread,1,2\na,2024-02-01,soap,2,2\nb,2024-01-03,milk,3,2\nb,2024-01-03,bread,3,2\nb,2024-01-03,bread,3,-2\nb,2024-02-03,soap,4,2\n");
        var orders = await Analyze.JsonAsync("baskets", file, "--min-support", "2");
        (orders.Of("transactions").GetInt32(), orders.Of("itemsets").GetInt32(), orders.Of("rules").GetInt32()).Should().Be((4, 4, 2));
        var customers = await Analyze.JsonAsync("baskets", file, "--min-support", "1.0", "--basket", "customer", "--max-size", "2");
        (customers.Of("transactions").GetInt32(), customers.Of("minSupport").GetInt32(), customers.Of("itemsets").GetInt32()).Should().Be((2, 2, 6));
        (await Analyze.RunAsync("baskets", file, "--min-support", "2")).Output.Should().Contain("milk").And.Contain("Rules by lift");
    }

    [Theory]
    [InlineData("--min-support", "0")]
    [InlineData("--min-support", "0.0")]
    [InlineData("--min-support", "-1")]
    [InlineData("--min-support", "1.5")]
    [InlineData("--min-support", "2", "--kind", "most")]
    [InlineData("--min-support", "2", "--max-size", "0")]
    [InlineData("--min-support", "2", "--min-confidence", "2")]
    [InlineData("--min-support", "2", "--as-of", "2024-01-01")]
    [InlineData("--min-support", "2", "--count-only", "--rules", "rules.csv")]
    public async Task Baskets_WrongUsage_IsRefused(params string[] options)
    {
        var file = _folder.Write("baskets.txt", "a,b\na,b\n");
        (await Analyze.RunAsync(["baskets", file, "--format", "basket", .. options])).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Baskets_HugeEmptyAndDouble_GiveFiguresOrACodedRefusal()
    {
        var huge = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        var file = _folder.Write("huge.dat", $"{huge}\n1 2 2\n\n");
        var found = await Analyze.JsonAsync("baskets", file, "--format", "fimi", "--min-support", "2");
        (found.Of("transactions").GetInt32(), found.Of("itemsets").GetInt32(), found.Of("emptyBaskets").GetInt32(), found.Of("duplicateItems").GetInt32()).Should().Be((3, 3, 1, 1));
        var counted = await Analyze.RunAsync("baskets", file, "--format", "fimi", "--min-support", "1", "--count-only", "--json");
        counted.ExitCode.Should().Be(1, counted.Errors);
        counted.Json.Of("errors")[0].Of("code").GetString().Should().Be("TooManyItemsets");
        var without = await Analyze.JsonAsync("baskets", file, "--format", "fimi", "--min-support", "1", "--max-basket", "1000");
        (without.Of("transactions").GetInt32(), without.Of("oversizedBaskets").GetInt32(), without.Of("itemsets").GetInt32()).Should().Be((2, 1, 3));
        var empty = _folder.Write("empty.dat", "");
        (await Analyze.JsonAsync("baskets", empty, "--format", "fimi", "--min-support", "0.5")).Of("itemsets").GetInt32().Should().Be(0);
        var products = _folder.Write("few.csv", "customer,date,amount\na,2024-01-01,5\n");
        (await Analyze.RunAsync("baskets", products, "--min-support", "1")).ExitCode.Should().Be(1);
        (await Analyze.RunAsync("summary", file, "--format", "fimi")).ExitCode.Should().Be(2);
    }
}
