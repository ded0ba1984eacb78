using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>What purchases say of customers, at the command line.</summary>
public sealed class InsightTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-04")]
    [Trait("Check", "AN-05")]
    [Trait("Check", "AN-10")]
    public async Task Insight_FromRefreshToList_ShowsModelAndFigures_AndRepeatsThem()
    {
        await JsonAsync("import", "customers", RepositoryRoot.Combine("samples/data/customers.csv"));
        await JsonAsync("import", "purchases", RepositoryRoot.Combine("samples/data/purchases.csv"), "--currency", "USD");
        string[] refresh = ["insight", "refresh", "--currency", "USD"];
        var then = await JsonAsync([.. refresh, "--as-of", "1997-12-31", "--dry-run"]);
        var done = await JsonAsync([.. refresh, "--as-of", "1998-06-30"]);
        var basis = done.GetProperty("basis");
        basis.GetProperty("model").GetString().Should().Be("MBG/NBD");
        basis.GetProperty("parameters").EnumerateObject().Select(p => p.Name).Should().Equal("r", "alpha", "a", "b");
        done.GetProperty("outcome").GetProperty("written").GetInt32().Should().Be(done.GetProperty("data").GetProperty("customers").GetInt32()).And.BePositive();
        (await JsonAsync([.. refresh, "--as-of", "1998-06-30"])).GetProperty("outcome").GetProperty("written").GetInt32().Should().Be(0, "nothing changed");

        var list = (await JsonAsync("insight", "list", "--order", "value", "--take", "5")).GetProperty("items").EnumerateArray().ToList();
        list.Select(i => i.GetProperty("lifetimeValue").GetDecimal()).Should().HaveCount(5).And.BeInDescendingOrder();
        var best = list[0].GetProperty("customer").GetString()!;
        var shown = await JsonAsync("insight", "show", best);
        JsonElement.DeepEquals(shown.GetProperty("insight"), list[0]).Should().BeTrue();
        shown.GetProperty("run").GetProperty("id").GetString().Should().Be(done.GetProperty("id").GetString());
        shown.GetProperty("run").GetProperty("data").GetProperty("firstDay").GetString().Should().StartWith("1997-01-");
        var overview = await JsonAsync("customer", "show", best);
        JsonElement.DeepEquals(overview.GetProperty("insight"), shown).Should().BeTrue();
        (await JsonAsync("insight", "list", "--segment", "Champions")).GetProperty("items").EnumerateArray().Should().OnlyContain(i => i.GetProperty("segment").GetString() == "Champions");
        (await JsonAsync("insight", "runs")).GetProperty("items").GetArrayLength().Should().Be(2);
        var late = Path.Combine(_folder.Path, "late.json");
        await File.WriteAllTextAsync(late, """{"field":"insight.overdueSince","operator":"isNotEmpty"}""");
        (await JsonAsync("customer", "list", "--criteria", late)).GetProperty("items").GetArrayLength().Should().BePositive();

        var again = await JsonAsync([.. refresh, "--as-of", "1997-12-31", "--dry-run"]);
        WithoutRun(again).Should().Be(WithoutRun(then), "a day of the past is computed again to the last digit");
        (await CodeAsync([.. refresh, "--as-of", "1997-12-31"])).Should().Be("InsightsAreNewer");
        (await CodeAsync("insight", "show", "nobody")).Should().Be("CustomerNotFound");
    }

    [Fact]
    public async Task Refresh_WithWrongOptions_SaysWhich()
    {
        (await CodeAsync("insight", "refresh", "--currency", "EURO")).Should().Be("WrongUsage");
        (await CodeAsync("insight", "refresh", "--model", "magic")).Should().Be("WrongUsage");
        (await CodeAsync("insight", "refresh", "--churn", "2")).Should().Be("WrongUsage");
        (await CodeAsync("insight", "refresh", "--as-of", "9999-01-01")).Should().Be("InsightDayAhead");
        (await CodeAsync("insight", "list", "--after", "x")).Should().Be("WrongUsage");
    }

    private static string WithoutRun(JsonElement figures) => string.Join('\n', figures.GetProperty("items").EnumerateArray()
        .Select(i => string.Join(',', i.EnumerateObject().Where(p => p.Name is not ("run" or "computedAt")).Select(p => p.Value.GetRawText()))));

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string> CodeAsync(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().NotBe(0, run.Output);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }
}
