using System.IO.Pipes;
using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Published and independently computed figures through the outside face.</summary>
public sealed class AnalysisTests
{
    private static readonly string s_purchases = RepositoryRoot.Combine("samples/data/purchases.csv");

    // As the shell hands a command's output over: crm analyze summary <(zcat purchases.csv.gz).
    [SkippableFact]
    public async Task Summary_OfAPipe_IsThatOfTheFile()
    {
        Skip.IfNot(OperatingSystem.IsLinux());
        using var folder = new TemporaryFolder();
        var file = folder.Write("bought.csv", "customer,date,amount\nann,2026-01-01,30\nann,2026-01-10,50\nbob,2026-01-04,40\n");
        var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var path = $"/proc/{Environment.ProcessId}/fd/{pipe.GetClientHandleAsString()}";
        await using (pipe)
        {
            await pipe.WriteAsync(await File.ReadAllBytesAsync(file));
        }

        var (piped, read) = (await AnalyzeAsync("summary", path), await AnalyzeAsync("summary", file));

        piped.GetProperty("perCustomer").GetRawText().Should().Be(read.GetProperty("perCustomer").GetRawText()).And.Contain("ann");
    }

    // Fader, Hardie and Lee (2005): r .243, alpha 4.414, a .793, b 2.426, LL -9582.4; five digits from the lifetimes package.
    [SkippableFact]
    public async Task Lifetime_OfPublishedSummaries_GivesPublishedParameters()
    {
        var file = TestData.Require("analytics/cdnow_customers_summary_with_transactions.csv");
        var fit = await AnalyzeAsync(
            "lifetime", file, "--format", "summary", "--map", "customer=ID,frequency=x,recency=t_x,age=T,monetary=zbar", "--model", "bgnbd", "--unit", "week");
        var parameters = fit.GetProperty("parameters");
        parameters.GetProperty("r").GetDouble().Should().BeApproximately(.24259, 5e-6);
        parameters.GetProperty("alpha").GetDouble().Should().BeApproximately(4.41353, 5e-6);
        parameters.GetProperty("a").GetDouble().Should().BeApproximately(.79289, 5e-6);
        parameters.GetProperty("b").GetDouble().Should().BeApproximately(2.42575, 5e-6);
        fit.GetProperty("logLikelihood").GetDouble().Should().BeApproximately(-9582.425561, 1e-5);
        fit.GetProperty("converged").GetBoolean().Should().BeTrue();
        fit.GetProperty("customers").GetDouble().Should().Be(2357);
        fit.GetProperty("perCustomer").GetArrayLength().Should().Be(2357);
        fit.GetProperty("milliseconds").GetDouble().Should().BePositive();
        fit.GetProperty("cpuMilliseconds").GetDouble().Should().BeGreaterThanOrEqualTo(0);
    }

    // The log-likelihood of BTYD and CLVTools on unrounded weeks; 1,882 purchases are in the published holdout.
    [Fact]
    public async Task Lifetime_OfSamplePurchases_CalibratesOnThePublishedPeriod()
    {
        var fit = await AnalyzeAsync("lifetime", s_purchases, "--calibration-end", "1997-09-30", "--top", "3", "--repeat", "2", "--threads", "1");
        fit.GetProperty("logLikelihood").GetDouble().Should().BeApproximately(-9582.4292, 1e-4);
        fit.GetProperty("parameters").GetProperty("alpha").GetDouble().Should().BeApproximately(4.413602, 1e-5);
        fit.GetProperty("holdout").GetProperty("purchases").GetInt32().Should().Be(1882);
        fit.GetProperty("holdout").GetProperty("days").GetInt32().Should().Be(273);
        fit.GetProperty("perCustomer").GetArrayLength().Should().Be(3);
        var expected = fit.GetProperty("perCustomer").EnumerateArray().Select(c => c.GetProperty("expectedPurchases").GetDouble());
        expected.Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Lifetime_InDays_GivesTheSamePredictions()
    {
        var weeks = await AnalyzeAsync("lifetime", s_purchases, "--horizon", "52");
        var days = await AnalyzeAsync("lifetime", s_purchases, "--unit", "day", "--horizon", "364");
        days.GetProperty("expectedPurchases").GetDouble().Should().BeApproximately(weeks.GetProperty("expectedPurchases").GetDouble(), 1e-3);
    }

    [Fact]
    public async Task Summary_OfSamplePurchases_AddsUp()
    {
        var summary = await AnalyzeAsync("summary", s_purchases, "--unit", "week", "--top", "1");
        (summary.GetProperty("customers").GetInt32(), summary.GetProperty("rows").GetInt32()).Should().Be((2357, 6919));
        (summary.GetProperty("first").GetString(), summary.GetProperty("last").GetString()).Should().Be(("1997-01-01", "1998-06-30"));
        summary.GetProperty("sums").GetProperty("frequency").GetInt64().Should().Be(4339, "the sample has that many repeat intervals");
        var best = summary.GetProperty("perCustomer")[0];
        best.GetProperty("customer").GetString().Should().Be("19339");
        best.GetProperty("recency").GetDouble().Should().BeApproximately(33 / 7d, 1e-12);
    }

    [SkippableFact]
    public async Task Rfm_OfOnlineRetail_GivesTheTableComputedElsewhere()
    {
        string[] files = [TestData.Require("analytics/online_retail_part1.csv.gz"), TestData.Require("analytics/online_retail_part2.csv.gz")];
        string[] options = ["--map", "order=invoice,product=stock,quantity=qty,date=ts", "--returns", "ignore", "--min-price", "0.001", "--as-of", "2011-12-10"];
        var rfm = await AnalyzeAsync(["rfm", .. files, .. options]);
        rfm.GetProperty("customers").GetInt32().Should().Be(4338);
        (rfm.GetProperty("cells").GetProperty("555").GetInt32(), rfm.GetProperty("cells").GetProperty("111").GetInt32()).Should().Be((348, 185));
        var summary = await AnalyzeAsync(["summary", .. files, .. options, "--top", "1"]);
        (summary.GetProperty("rows").GetInt32(), summary.GetProperty("orders").GetInt32(), summary.GetProperty("products").GetInt32()).Should().Be((397884, 18532, 3665));
        summary.GetProperty("revenue").GetDecimal().Should().Be(8911407.904m);
    }

    private static Task<JsonElement> AnalyzeAsync(params string[] args) => CrmRun.JsonAsync(Path.GetTempPath(), ["analyze", .. args]);
}
