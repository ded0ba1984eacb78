using System.Text.RegularExpressions;
using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using NodaTime;

namespace Crm.Analytics.Tests.Documentation;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Example_Runs()
    {
        // <example>
        var rows = new[]
        {
            new PurchaseRow(17, new LocalDate(2026, 1, 5), 40.00m, Order: "A-1"),
            new PurchaseRow(17, new LocalDate(2026, 2, 20), 15.50m, Order: "A-2"),
            new PurchaseRow(42, new LocalDate(2026, 1, 9), 99.90m, Order: "A-3"),
            new PurchaseRow(42, new LocalDate(2026, 1, 12), -99.90m, Order: "R-1"),
            new PurchaseRow(56, new LocalDate(2026, 3, 1), 12.00m, Order: "A-4"),
        };

        var log = PurchaseLog.From(rows);                       // rows in any order; keys are numbers, texts or GUIDs
        var options = new SummaryOptions { AsOf = new LocalDate(2026, 3, 31) };
        var summaries = CustomerSummaries.From(log, options);   // frequency, recency, age, monetary value
        var best = Rfm.Score(summaries);                        // cells such as "555", and named segments

        var table = RecencyFrequencyTable.From(summaries, TimeUnit.Week);
        var fit = BetaGeometricNbd.Fit(table, new FitOptions { Penalty = 0.01 });
        if (fit.Converged)
        {
            var alive = fit.Model.ProbabilityAlive(table);                // aligned with log.Customers
            var next = fit.Model.ExpectedPurchases(table, 26);            // purchases in the next 26 weeks
        }

        // </example>
        best.Scored.Should().Be(3);
        summaries[log.Customers.Find(42)].Total.Should().Be(0);
    }

    [Fact]
    public void Readme_Code_IsTheExampleThatRuns()
    {
        var root = TestData.RepositoryRoot;
        var readme = File.ReadAllText(Path.Combine(root, "src", "Crm.Analytics", "README.md"));
        var source = File.ReadAllText(Path.Combine(root, "tests", "Crm.Analytics.Tests", "Documentation", "ReadmeTests.cs"));
        var code = Regex.Match(readme, "```csharp\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;
        var example = Regex.Match(source, "// <example>\n(.*?)\n +// </example>", RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Groups[1].Value;

        Lines(code).Should().Equal(Lines(example));

        static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
    }
}
