using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Intervals and cohorts through the outside face, on purchases of the world.</summary>
public sealed class PatternTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Computed elsewhere from the same sample: 4,339 intervals, mean 70.8606, median 34, 90th percentile 196 days.
    [Fact]
    [Trait("Check", "AN-01")]
    public async Task Intervals_OfSamplePurchases_GiveTheFiguresComputedElsewhere()
    {
        var found = await Analyze.JsonAsync("intervals", Analyze.Purchases, "--top", "3");
        found.Of("repeatIntervals").GetInt32().Should().Be(4339);
        found.Number("meanDays").Should().BeApproximately(70.8606, 5e-5);
        (found.Number("medianDays"), found.Number("p90Days")).Should().Be((34, 196));
        found.Of("regularity").Number("wheat").Should().BeApproximately(1.1, 0.05, "they buy about at random");
        var best = found.Of("perCustomer")[0];
        best.Number("purchaseDays").Should().BeGreaterThan(found.Of("perCustomer")[1].Number("purchaseDays"));
        best.Number("intervals").Should().Be(best.Number("purchaseDays") - 1);
        (best.Of("last").GetString(), best.Of("usualWeekday").Of("day").ValueKind).Should().Be(("1998-06-11", JsonValueKind.Number));
        found.Of("rowsWithoutProduct").GetInt32().Should().Be(6919, "the sample has no products");
    }

    [Fact]
    [Trait("Check", "AN-01")]
    [Trait("Check", "AN-02")]
    public async Task Intervals_OfACoffeeBuyer_TellCustomerProductAndWhatIsOverdue()
    {
        // Coffee every 14 days until April, filters every 28; the customer is observed a long time after.
        var start = new DateOnly(2024, 1, 1);
        var rows = Enumerable.Range(0, 8).Select(i => $"ann,{start.AddDays(14 * i):yyyy-MM-dd},coffee,9.50")
            .Concat(Enumerable.Range(0, 4).Select(i => $"ann,{start.AddDays(28 * i):yyyy-MM-dd},filter,2"))
            .Concat(Enumerable.Range(0, 5).Select(i => $"bob,{start.AddDays(13 * i + i % 2):yyyy-MM-dd},coffee,9.50"))
            .Append("cy,2024-01-05,,1");
        var file = _folder.Write("coffee.csv", "customer,date,product,amount\n" + string.Join('\n', rows));
        var found = await Analyze.JsonAsync("intervals", file, "--pairs", "--as-of", "2024-07-01");
        var ann = found.Customer("ann");
        (ann.Number("medianDays"), ann.Of("usualWeekday").Number("day"), ann.Of("usualWeekday").Number("share")).Should().Be((14, 1, 1), "always on Monday");
        ann.Of("regularity").Of("mle").ValueKind.Should().Be(JsonValueKind.Null, "all intervals are equal, which no finite regularity says");
        (ann.Of("overdue").GetBoolean(), ann.Number("lateness") > 0.95).Should().Be((true, true));
        ann.Of("nextPurchase").GetString().Should().StartWith("2024-04-");
        found.Of("overdue").GetInt32().Should().Be(3, "the one who bought once is late by what the others do");
        var filter = found.Of("perProduct").EnumerateArray().Single(p => p.Of("product").GetString() == "filter");
        (filter.Number("buyers"), filter.Number("meanDays")).Should().Be((1, 28));
        found.Of("perCustomerProduct").EnumerateArray().Select(p => $"{p.Of("customer")} {p.Of("product")} {p.Of("medianDays")}")
            .Should().Equal("ann coffee 14", "ann filter 28", "bob coffee 13");
        found.Of("rowsWithoutProduct").GetInt32().Should().Be(1);
    }

    [Fact]
    [Trait("Check", "AN-02")]
    public async Task NextPurchase_OfTheSample_ComesWhenItWasForetold()
    {
        var calibration = await Analyze.JsonAsync("intervals", Analyze.Purchases, "--as-of", "1997-12-31", "--level", "0.8");
        calibration.Of("asOf").GetString().Should().Be("1997-12-31");
        foreach (var customer in calibration.Of("perCustomer").EnumerateArray())
        {
            string.CompareOrdinal(customer.Of("earliest").GetString(), customer.Of("nextPurchase").GetString()).Should().BeLessThanOrEqualTo(0);
            string.CompareOrdinal(customer.Of("nextPurchase").GetString(), customer.Of("latest").GetString()).Should().BeLessThanOrEqualTo(0);
            customer.Of("overdue").GetBoolean().Should().Be(customer.Number("daysOverdue") > 0);
        }
    }

    // Purchases only, the cohort of December 2010; computed elsewhere.
    [SkippableFact]
    [Trait("Check", "AN-10")]
    public async Task Retention_OfOnlineRetail_GivesTheTableComputedElsewhere()
    {
        var found = await Analyze.JsonAsync(["retention", .. Analyze.RetailFiles(), .. Analyze.RetailOptions]);
        var first = found.Of("cohorts")[0];
        (first.Of("cohort").GetString(), first.Of("size").GetInt32()).Should().Be(("2010-12-01", 885));
        first.Numbers("active").Should().Equal(885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235);
        var table = await File.ReadAllLinesAsync(TestData.Require("analytics/online_retail_monthly_cohorts.csv"));
        foreach (var (cells, row) in table.Skip(1).Select((line, row) => (line.Split(','), row)))
        {
            found.Of("cohorts")[row].Numbers("active").Should().Equal(cells.Skip(1 + row).Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)));
        }

        found.Of("cohorts").EnumerateArray().Sum(c => c.Of("revenue").EnumerateArray().Sum(r => r.GetDecimal())).Should().Be(8911407.904m);
        found.Of("lastPeriodIsPartial").GetBoolean().Should().BeTrue();
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public async Task Retention_AsOfADay_IsThatOfTheRowsUntilThen()
    {
        var then = await Analyze.JsonAsync("retention", Analyze.Purchases, "--as-of", "1997-05-31", "--period", "quarter");
        var cohorts = then.Of("cohorts").EnumerateArray().ToArray();
        cohorts.Select(c => c.Of("cohort").GetString()).Should().Equal("1997-01-01", "1997-04-01");
        cohorts[0].Of("size").GetInt32().Should().Be(2357, "everybody bought first in the first quarter");
        var weeks = await Analyze.JsonAsync("retention", Analyze.Purchases, "--period", "4weeks", "--top", "2");
        weeks.Of("cohorts").GetArrayLength().Should().Be(2);
        weeks.Of("customers").GetInt32().Should().Be(2357);
    }

    // Bounds as thresholds: 3 customers, days since 0, 40, 100; worst 1, best 3.
    [Fact]
    [Trait("Check", "AN-03")]
    public async Task Rfm_WithBounds_ScoresByThem()
    {
        var file = _folder.Write("rfm.csv", "customer,date,order,amount\na,2024-04-10,1,500\na,2024-04-09,2,1\nb,2024-03-01,3,50\nc,2024-01-01,4,5\n");
        var found = await Analyze.JsonAsync(
            "rfm", file, "--ties", "bins", "--bands", "3", "--recency-bins", "30,60", "--frequency-bins", "1,5", "--monetary-bins", "10,100");
        found.Of("perCustomer").EnumerateArray().Select(c => $"{c.Of("customer")} {c.Of("cell")}").Should().Equal("a 323", "b 212", "c 111");
        (await Analyze.RunAsync("rfm", file, "--ties", "bins", "--recency-bins", "30,60", "--frequency-bins", "1,5", "--monetary-bins", "10,100")).ExitCode.Should().Be(2);
        (await Analyze.RunAsync("rfm", file, "--recency-bins", "30,60")).ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("intervals")]
    [InlineData("rfm")]
    [InlineData("lifetime")]
    [InlineData("retention")]
    [InlineData("survival")]
    [InlineData("seasonality")]
    public async Task EveryAnalysis_ReadsTheClassicForm_AndStdin(string analysis)
    {
        const string text = " 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n 00021 0002 19970213  1   11.77\n 00050 0003 19970301 1 6.79\n";
        var piped = await CrmRun.StartAsync(_folder.Path, ["analyze", analysis, "-", "--format", "cdnow", "--json"], text);
        piped.ExitCode.Should().Be(0, piped.Errors);
        var file = _folder.Write("classic.txt", text);
        var read = await Analyze.JsonAsync(analysis, file, "--format", "cdnow");
        Figures(piped.Json).Should().Be(Figures(read));
        (read.Number("milliseconds") >= 0, read.Number("cpuMilliseconds") >= 0).Should().Be((true, true));
    }

    [Theory]
    [InlineData("customer,date,amount\na,2024-01-01,NaN", "amount")]
    [InlineData("customer,date,amount\na,2024-13-01,1", "date")]
    [InlineData("customer,date,amount\na,,1", "date")]
    [InlineData("customer,date,amount,cost\na,2024-01-01,1,Infinity", "cost")]
    public async Task UnusableRow_IsRefusedWithItsPlace_ByEveryAnalysis(string text, string column)
    {
        var file = _folder.Write("wrong.csv", text);
        foreach (var analysis in new[] { "summary", "intervals", "rfm", "lifetime", "retention", "survival", "seasonality" })
        {
            var run = await Analyze.RunAsync(analysis, file);
            run.ExitCode.Should().Be(3, run.Errors);
            run.Errors.Should().StartWith($"{file}, row 2, column {column}: ");
        }
    }

    [Theory]
    [InlineData("customer,date,amount\n")]
    [InlineData("customer,date,amount\n,2024-01-01,5\n")]
    [InlineData("customer,date,amount\na,2024-01-01,5\n")]
    [InlineData("customer,date,amount\na,2024-01-01,-5\n")]
    [InlineData("customer,date,amount\na,2024-01-02,5\na,2024-01-01,5\na,2024-01-02,5\n")]
    [InlineData("customer,date,amount\na,2024-01-01,0\nb,2024-01-08,0\nb,2024-01-22,0\n")]
    public async Task FewPurchases_GiveFiguresOrACodedRefusal_NeverWhatIsNoNumber(string text)
    {
        var file = _folder.Write("few.csv", text);
        foreach (var analysis in new[] { "summary", "intervals", "rfm", "lifetime", "retention", "survival", "seasonality" })
        {
            var run = await Analyze.RunAsync(analysis, file, "--json");
            run.ExitCode.Should().BeOneOf([0, 1], $"{analysis}: {run.Errors}");
            run.Output.Should().NotContain("NaN").And.NotContain("Infinity");
            if (run.ExitCode == 1)
            {
                run.Json.Of("errors")[0].Of("code").GetString().Should().NotBe("Unexpected", analysis);
            }
        }
    }

    // What computing took differs from run to run.
    private static string Figures(JsonElement json) =>
        string.Join('\n', json.EnumerateObject().Where(p => !p.Name.EndsWith("illiseconds", StringComparison.Ordinal)).Select(p => $"{p.Name}: {p.Value.GetRawText()}"));
}
