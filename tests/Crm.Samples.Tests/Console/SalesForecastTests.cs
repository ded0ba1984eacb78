using System.Globalization;
using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm forecast</c> over the deals of a database, and its verbs on teams.</summary>
public sealed class SalesForecastTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SF-09")]
    [Trait("Check", "SF-10")]
    public async Task Forecast_OfTheDatabase_IsThatOfAFileWithTheSameEvents()
    {
        await PrepareAsync();
        var (kettles, cups) = (await OpenAsync("Kettles", "1200 EUR", "2030-09-30", "ana"), await OpenAsync("Cups", "500.50 USD", "2030-10-02", "ben"));
        await OpenAsync("Pots", "70 EUR", null, "ana");
        await Json("deal", "move", kettles, "proposal");
        await Json("deal", "set", kettles, "--probability", "0.7", "--category", "commit");
        await Json("deal", "win", await OpenAsync("Pans", "300 EUR", "2030-09-30", "ben"));
        await Json("deal", "lose", await OpenAsync("Lids", "90 EUR", "2030-09-30", "ben"), "--reason", "price");
        await Json("deal", "set", cups, "--amount", "600 USD");
        var now = await Json("forecast");
        await File.WriteAllTextAsync(_folder.File("events.json"), JsonSerializer.Serialize(await EventsAsync()));
        var ofFile = await Json("forecast", "events.json", "--as-of", now.GetProperty("asOf").GetString()!);
        JsonElement.DeepEquals(now, ofFile).Should().BeTrue($"the file says {ofFile}, the database {now}");

        var periods = now.GetProperty("periods").EnumerateArray().ToList();
        periods.Should().HaveCount(3);
        (periods[1].GetProperty("period").GetString(), periods[1].GetProperty("weighted").GetDecimal(), periods[1].GetProperty("byCategory").GetProperty("commit").GetDecimal()).Should().Be(("2030-09", 840m, 1200m));
        now.GetProperty("undated")[0].GetProperty("weighted").GetDecimal().Should().Be(7);
        (await Json("forecast", "--period", "quarter", "--owner", "ben", "--pipeline", "Sales")).GetProperty("periods").EnumerateArray().Last().GetProperty("period").GetString().Should().Be("2030-Q4");

        var before = await Json("forecast", "--as-of", now.GetProperty("asOf").GetString()!);
        await Json("deal", "win", kettles);
        (await Json("forecast", "--as-of", now.GetProperty("asOf").GetString()!)).GetRawText().Should().Be(before.GetRawText(), "what happens later changes no forecast of the past");
        (await Json("forecast", "--as-of", "2020-01-01")).GetProperty("periods").GetArrayLength().Should().Be(0);
    }

    [Fact]
    [Trait("Check", "SF-11")]
    public async Task Team_QuotasAndJudgements_GoThroughEveryVerb()
    {
        await PrepareAsync();
        var day = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await Json("deal", "win", await OpenAsync("Kettles", "300 EUR", null, "ana"));
        (await Json("forecast", "place", "ana", "cleo", "--team", "north")).GetProperty("leader").GetString().Should().Be("cleo");
        (await Code("forecast", "place", "cleo", "ana")).Should().Be("SalesHierarchyCircle");
        await Json("forecast", "quota", "cleo", day, "1000 EUR");
        var before = (await Json("forecast", "quota", "cleo", day, "1200 EUR")).GetProperty("quotas");
        (before.GetArrayLength(), before[0].GetProperty("until").ValueKind).Should().Be((2, JsonValueKind.String));
        await Json("forecast", "judge", "ana", day, "commit", "450 EUR");
        var rows = (await Json("forecast", "team")).GetProperty("rows").EnumerateArray().ToList();
        rows.Select(r => (r.GetProperty("person").GetString(), r.GetProperty("team").GetProperty("won").GetDecimal(), r.GetProperty("commit").GetDecimal())).Should().Equal(("ana", 300m, 450m), ("cleo", 300m, 450m));
        (rows[1].GetProperty("attainment").GetDouble(), rows[1].GetProperty("gap").GetDecimal()).Should().Be((.25, 900m));
        (await Json("forecast", "team", "--person", "ana")).GetProperty("rows").GetArrayLength().Should().Be(1);
        await Json("forecast", "judge", "ana", day, "commit", "none EUR");
        await Json("forecast", "quota", "cleo", day, "none EUR");
        (await Json("forecast", "team")).GetProperty("rows")[1].GetProperty("quota").ValueKind.Should().Be(JsonValueKind.Null);
        (await Json("forecast", "person", "cleo")).GetProperty("quotas")[1].GetProperty("until").ValueKind.Should().Be(JsonValueKind.String);
        (await Code("forecast", "quota", "cleo", day, "none EUR")).Should().Be("SalesQuotaNotFound");
        (await Code("forecast", "judge", "ana", day, "closed", "5 EUR")).Should().Be("InvalidValue");
        (await Code("forecast", "person", "eve")).Should().Be("SalespersonNotFound");
    }

    [Theory]
    [InlineData("forecast quota ana March 5EUR")]
    [InlineData("forecast quota ana 2026-13 5EUR")]
    [InlineData("forecast quota ana 2026-07 much")]
    [InlineData("forecast judge ana 2026-Q5 commit 5EUR")]
    [InlineData("forecast judge ana 2026-Q1 lucky 5EUR")]
    [InlineData("forecast --as-of soon")]
    [InlineData("forecast events.json --owner ana")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
    }

    // The stages and what the log says of each deal, as the form of a file with events.
    private async Task<object> EventsAsync()
    {
        var stages = (await Json("pipeline", "show")).GetProperty("stages").EnumerateArray().Select(s => new
        {
            name = s.GetProperty("key").GetString(), category = s.GetProperty("state").GetString(), probability = s.GetProperty("probability").GetDouble(), forecastCategory = s.GetProperty("category").GetString(),
        });
        var deals = new List<object>();
        foreach (var item in (await Json("deal", "list")).GetProperty("items").EnumerateArray())
        {
            var log = (await Json("deal", "show", item.GetProperty("id").GetString()!)).GetProperty("log").EnumerateArray().ToList();
            deals.Add(new
            {
                id = item.GetProperty("id").GetString(),
                owner = item.GetProperty("owner").GetString(),
                currency = log[0].GetProperty("amount").GetProperty("currency").GetString(),
                events = log.Select(e => e.GetProperty("state").GetString() == "open"
                    ? new
                    {
                        at = e.GetProperty("at").GetString(), stage = e.GetProperty("stage").GetString(), amount = e.GetProperty("amount").GetProperty("amount").GetDecimal(),
                        closeDate = e.GetProperty("closeDate").GetString(), category = e.GetProperty("category").GetString(), probability = e.GetProperty("probability").GetDouble(),
                    }
                    : (object)new { at = e.GetProperty("at").GetString(), stage = e.GetProperty("stage").GetString() }),
            });
        }

        return new { stages, deals };
    }

    private async Task<string> OpenAsync(string name, string amount, string? close, string owner) => (await Json(
        ["deal", "open", "anna@example.com", name, "--amount", amount, "--owner", owner, .. close is null ? Array.Empty<string>() : ["--close", close]])).GetProperty("id").GetString()!;

    private async Task PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "customers.csv");
        await Json("pipeline", "create", "Sales");
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string?> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
