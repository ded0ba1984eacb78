using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>The page that a manager reads.</summary>
public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-10")]
    public async Task Report_OfSamplePurchases_IsOnePageWithEveryPicture()
    {
        var (done, page) = await WriteAsync(Analyze.Purchases);
        (done.Of("customers").GetInt32(), done.Of("rows").GetInt32()).Should().Be((2357, 6919));
        Headings(page).Should().Equal(
            "Revenue over time", "From one purchase to the next", "Who the customers are", "Who brings it", "Who comes back", "How long customers stay", "Can the forecast be trusted?",
            "Customers of most value to come", "Overdue: worth a call");
        page.Should().Contain("after 34 days in half of the cases and within 196 days in nine of ten", "the figures are those of the analyses");
        Svg().Matches(page).Should().HaveCount(7).And.OnlyContain(m => m.Value.Contains("role='img'") && m.Value.Contains("aria-label='"));
        foreach (Match picture in Svg().Matches(page))
        {
            XDocument.Parse(picture.Value.Replace("&#39;", "'", StringComparison.Ordinal)).Root!.Name.LocalName.Should().Be("svg", "every picture is well-formed");
        }

        page.Should().NotContain("NaN").And.NotContain("Infinity").And.NotContain("∞");
        page.Should().NotContain("<script").And.NotContain("http://").And.NotContain("https://").And.NotContain("url(").And.NotContain("<link").And.NotContain("<img");
        page.Should().Contain("prefers-color-scheme:dark").And.Contain("@media print").And.Contain("<caption>").And.Contain("scope='col'").And.Contain("lang='en'");
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public async Task Report_OfTheSameRowsAndDay_IsTheSame()
    {
        var (_, first) = await WriteAsync(Analyze.Purchases, "--as-of", "1997-12-31", "--threads", "1");
        var (_, second) = await WriteAsync(Analyze.Purchases, "--as-of", "1997-12-31", "--threads", "2");
        second.Should().Be(first);
    }

    [SkippableFact]
    public async Task Report_OfAYear_SaysThatNobodyCanBeSeenToLeave()
    {
        var (_, page) = await WriteAsync([.. Analyze.RetailFiles(), "--map", "order=invoice,product=stock,quantity=qty,date=ts"]);
        page.Should().Contain("cannot be told from those who wait").And.Contain("135,080 rows without a customer");
        Headings(page).Should().Contain(["Who brings it", "What goes together", "What to offer next"]);
        page.Should().Contain("times as many as among all purchases").And.Contain("cost more than they bring");
    }

    [Fact]
    public async Task Report_OfHostileKeys_ShowsThemAsText()
    {
        const string Hostile = "<script>alert('x')</script>";
        var file = _folder.Write("hostile.csv", $"customer,date,amount\n{Hostile},2024-01-01,5\n{Hostile},2024-01-15,5\n{Hostile},2024-02-01,5\nb,2024-01-01,7\nb,2024-03-15,7\n");
        var (_, page) = await WriteAsync(file, "--title", "Shop <b>&</b> more");
        page.Should().NotContain("<script").And.Contain("&lt;script&gt;alert(").And.Contain("Shop &lt;b&gt;&amp;&lt;/b&gt; more");
    }

    [Theory]
    [InlineData("a,2024-01-01,5\n")]
    [InlineData("a,2024-01-01,5\nb,2024-05-09,7\n")]
    [InlineData("a,2024-01-01,0\na,2024-05-09,0\n")]
    [InlineData("a,2024-01-01,5\na,2024-01-09,-9\n")]
    [InlineData("a,2020-01-01,5\na,2024-01-09,9\nb,2021-01-09,9\nb,2021-07-09,9\n")]
    public async Task Report_OfFewPurchases_IsAPageAllTheSame(string rows)
    {
        var (_, page) = await WriteAsync(_folder.Write("few.csv", "customer,date,amount\n" + rows));
        Headings(page).Should().HaveCount(9);
        page.Should().NotContain("NaN").And.NotContain("Infinity");
    }

    [Fact]
    public async Task Report_OfNothing_IsRefused()
    {
        var empty = _folder.Write("empty.csv", "customer,date,amount\n");
        (await CrmRun.RunAsync(_folder.Path, ["report", empty])).ExitCode.Should().Be(1);
        (await CrmRun.RunAsync(_folder.Path, ["report", _folder.File("missing.csv")])).ExitCode.Should().Be(3);
        (await CrmRun.RunAsync(_folder.Path, ["report"])).ExitCode.Should().Be(2);
        Directory.GetFiles(_folder.Path, "*.html").Should().BeEmpty();
    }

    [Fact]
    public async Task Report_OfADatabase_NamesItsCustomersAndCurrency()
    {
        var file = _folder.Write("shop.csv", "customer,date,amount\nc1,2024-01-01,5\nc1,2024-01-15,6\nc1,2024-02-01,5\nc2,2024-01-01,7\nc2,2024-03-15,7\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "purchases", file, "--currency", "EUR");
        var (_, page) = await WriteAsync("--db", "crm.db");
        page.Should().Contain("30 EUR").And.Contain("Purchases of the customer database").And.NotContain("rows without a customer");
    }

    private async Task<(JsonElement Done, string Page)> WriteAsync(params string[] args)
    {
        var path = _folder.File("report.html");
        var done = await CrmRun.JsonAsync(_folder.Path, ["report", .. args, "--out", path]);
        done.Of("out").GetString().Should().Be(path);
        return (done, await File.ReadAllTextAsync(path));
    }

    private static IEnumerable<string> Headings(string page) => Heading().Matches(page).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<h2>(.*?)</h2>", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Svg();
}
