using System.Text.RegularExpressions;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Documentation;

public sealed class PageTests
{
    private static PurchaseLog Log => PurchaseLog.From(
        from customer in Enumerable.Range(0, 8)
        from visit in Enumerable.Range(0, 4 + (customer % 3))
        select Row(customer, (visit * (20 + customer)) + customer, 10) with { Product = visit % 2 == 0 ? "filter" : "milk" });

    [Theory]
    [InlineData("intervals")]
    [InlineData("retention")]
    [InlineData("survival")]
    [InlineData("seasonality")]
    [InlineData("baskets")]
    [InlineData("next-product")]
    [InlineData("uplift")]
    [InlineData("profit")]
    [InlineData("clusters")]
    [InlineData("target-market")]
    [InlineData("bg-nbd", true)]
    [InlineData("bg-nbd-covariates", true)]
    [InlineData("mbg-nbd", true)]
    [InlineData("pareto-nbd", true)]
    [InlineData("mbg-cnbd-k", true)]
    [InlineData("bg-bb", true)]
    [InlineData("sbg", true)]
    [InlineData("gamma-gamma", true)]
    [InlineData("lifetime-value", true)]
    [InlineData("purchase-forecasts", true)]
    [InlineData("backtest", true)]
    public void Example_IsTheCodeThatRuns(string page, bool ofAModel = false)
    {
        var root = TestData.RepositoryRoot;
        var text = File.ReadAllText(Path.Combine(root, "docs", "analytics", page + ".md"));
        var source = File.ReadAllText(Path.Combine(root, "tests", "Crm.Analytics.Tests", "Documentation", ofAModel ? "ModelExamples.cs" : "PageExamples.cs"));

        Lines(Between(text, "```csharp\n", "```")).Should().Equal(Lines(Between(source, $"// <{page}>\n", $"// </{page}>")));

        static string Between(string text, string start, string end) => Regex.Match(
            text, $"{Regex.Escape(start)}(.*?){Regex.Escape(end)}", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;

        static IEnumerable<string> Lines(string code) => code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
    }

    [Fact]
    public void Examples_Run()
    {
        var random = new System.Random(1);
        PageExamples.Intervals(Log).Should().NotBeNull();
        PageExamples.Retention(Log).Should().NotBeNull();
        PageExamples.Seasonality(Log).Should().NotBeNull();
        PageExamples.Baskets(Log).Should().NotBeNull();
        PageExamples.NextProduct(Log).Should().NotBeNull();
        PageExamples.Uplift(Log, [.. Enumerable.Range(0, 40).Select(i => (PurchaseKey)i)], Start.PlusDays(60)).Should().NotBeNull();
        PageExamples.Clusters(Log).Should().NotBeNull();
        PageExamples.Target(Log, [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "DE" : "IT")], [.. Enumerable.Range(0, 8).Select(i => (decimal?)(20 + i))]).Should().NotBeNull();
        PageExamples.Profit(Log, [new(1, "visit"), new(2, "case minute", 12)], [new(3, 2.5m)]).Should().NotBeNull();
        PageExamples.Survival(
            Log, Start.PlusDays(300), [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? "shop" : "web")],
            [1, 0, 1, 1, 0, 0, 1, 0], [.. Enumerable.Range(0, 8).Select(_ => 20 + (40 * random.NextDouble()))]).Should().NotBeNull();
    }

    [SkippableFact]
    public void ModelExamples_Run()
    {
        var log = Cdnow.Log();
        var summaries = CustomerSummaries.From(log.Observe(Cdnow.CalibrationEnd));
        ModelExamples.BetaGeometric(summaries).Should().NotBeNull();
        ModelExamples.BetaGeometricWithCovariates(
            summaries, [.. Enumerable.Range(0, summaries.Count).Select(i => i % 2d)], [.. Enumerable.Range(0, summaries.Count).Select(i => i % 5d)]).Should().NotBeNull();
        ModelExamples.ModifiedBetaGeometric(summaries).Should().BeLessThan(1);
        ModelExamples.Pareto(summaries).Should().NotBeNull();
        ModelExamples.Regular(log.Observe(Cdnow.CalibrationEnd), summaries).Should().HaveCount(summaries.Count);
        ModelExamples.BetaBinomial().Should().NotBeNull();
        ModelExamples.Contracts().Should().NotBeNull();
        ModelExamples.Spend(summaries).Should().NotBeNull();
        ModelExamples.Value(summaries).Should().NotBeNull();
        ModelExamples.Forecasts(summaries, ParetoNbd.Fit(RecencyFrequencyTable.From(summaries))).Should().NotBeNull();
        ModelExamples.Backtesting(log).Should().NotBeNull();
    }
}
