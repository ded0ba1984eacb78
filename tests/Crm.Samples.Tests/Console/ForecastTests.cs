using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm forecast</c> on event files, and <c>crm win-probability</c> on rows.</summary>
public sealed class ForecastTests : IDisposable
{
    private const string Stages = """
        "stages":[{"name":"Lead","category":"open","probability":0.1},{"name":"Offer","category":"open","probability":0.5},{"name":"Won","category":"won","probability":1},{"name":"Lost","category":"lost","probability":0}]
        """;

    private const string Deals = """
        "deals":[
          {"id":"A","owner":"ana","currency":"EUR","events":[{"at":"2026-01-05T09:00:00Z","stage":"Lead","amount":1000,"closeDate":"2026-03-31"},{"at":"2026-02-01T09:00:00Z","stage":"Offer"},{"at":"2026-03-01T09:00:00Z","stage":"Won","amount":900}]},
          {"id":"B","owner":"ben","currency":"EUR","events":[{"at":"2026-01-05T09:00:00Z","stage":"Lead","amount":2000,"closeDate":"2026-03-15"},{"at":"2026-02-10T09:00:00Z","stage":"Offer","probability":0.7,"category":"commit"},{"at":"2026-03-10T09:00:00Z","stage":"Lost"}]},
          {"id":7,"owner":"ana","currency":"USD","events":[{"at":"2026-02-01T09:00:00Z","stage":"Lead","amount":500,"closeDate":"2026-04-01"},{"at":"2026-02-20T09:00:00Z","closeDate":null}]}]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SF-10")]
    public async Task Forecast_AsOfAPastInstant_IsReckonedByHand()
    {
        var json = (await RunAsync($"{{{Stages},{Deals},\"rates\":{{\"EUR\":1,\"USD\":0.9}}}}", "--as-of", "2026-02-15T00:00:00Z")).Json;

        json.GetProperty("asOf").GetString().Should().Be("2026-02-15T00:00:00Z");
        var periods = json.GetProperty("periods").EnumerateArray().ToList();
        periods.Select(p => (p.GetProperty("period").GetString(), p.GetProperty("currency").GetString(), p.GetProperty("open").GetDecimal(), p.GetProperty("weighted").GetDecimal(), p.GetProperty("won").GetDecimal()))
            .Should().Equal(("2026-03", "EUR", 3000m, 1900m, 0m), ("2026-04", "USD", 500m, 50m, 0m));
        periods[0].GetProperty("byCategory").GetProperty("commit").GetDecimal().Should().Be(2000);
        periods[0].GetProperty("byOwner").GetProperty("ana").GetProperty("weighted").GetDecimal().Should().Be(500);
        json.GetProperty("base").GetProperty("periods")[1].GetProperty("weighted").GetDecimal().Should().Be(45);
        json.GetProperty("funnel").EnumerateArray().Select(f => (f.GetProperty("stage").GetString(), f.GetProperty("reached").GetInt32())).Should().Equal(("Lead", 3), ("Offer", 2));
    }

    [Fact]
    [Trait("Check", "SF-09")]
    public async Task Forecast_Default_IsAsOfTheLastEventAndLeavesLostDealsOut()
    {
        var json = (await RunAsync($"{{{Stages},{Deals}}}", "--period", "quarter")).Json;

        var row = json.GetProperty("periods").EnumerateArray().Should().ContainSingle().Subject;
        (row.GetProperty("period").GetString(), row.GetProperty("weighted").GetDecimal(), row.GetProperty("won").GetDecimal(), row.GetProperty("lost").GetDecimal()).Should().Be(("2026-Q1", 0m, 900m, 2000m));
        var undated = json.GetProperty("undated").EnumerateArray().Should().ContainSingle("its day was cleared").Subject;
        (undated.GetProperty("currency").GetString(), undated.GetProperty("count").GetInt32(), undated.GetProperty("weighted").GetDecimal()).Should().Be(("USD", 1, 50m));
    }

    [Fact]
    public async Task Forecast_Percentages_AreReadAsShares()
    {
        var json = (await RunAsync("""
            {"stages":[{"name":"Lead","category":"open","probability":10}],
             "deals":[{"id":"a","currency":"EUR","events":[{"at":"2026-01-01T00:00:00Z","stage":"Lead","amount":200,"closeDate":"2026-01-31"}]},
                      {"id":"b","currency":"EUR","events":[{"at":"2026-01-01T00:00:00Z","stage":"Lead","amount":200,"closeDate":"2026-01-31","probability":25}]}]}
            """)).Json;
        json.GetProperty("periods")[0].GetProperty("weighted").GetDecimal().Should().Be(70);
    }

    [Theory]
    [InlineData("""{"deals":[]}""", "$.stages")]
    [InlineData("""{"stages":[{"name":"x","category":"sold","probability":1}],"deals":[]}""", "$.stages[0].category")]
    [InlineData("""{"stages":[{"name":"x","category":"open","probability":-1}],"deals":[]}""", "$.stages[0].probability")]
    [InlineData("""{"stages":[{"name":"x","category":"open","probability":0.5}],"deals":[{"id":"a","currency":"EUR","events":[{"at":"2026-01-01T00:00:00Z","stage":"y"}]}]}""", "$.deals[0].events[0].stage")]
    [InlineData("""{"stages":[{"name":"x","category":"open","probability":0.5}],"deals":[{"id":"a","currency":"EUR","events":[{"at":"2026-01-01T00:00:00Z","amount":1}]}]}""", "$.deals[0].events")]
    [InlineData("""{"stages":[],"deals":[{"id":"a","currency":"Talers","events":[]}]}""", "$.deals[0].currency")]
    [InlineData("""{"stages":[],"deals":[{"id":"a","currency":"EUR","events":[{"at":"yesterday"}]}]}""", "$.deals[0].events[0].at")]
    [InlineData("""{"stages":[],"deals":[{"id":"a","currency":"EUR","events":[]}],"rates":{"USD":1}}""", "$.rates")]
    public async Task Forecast_BadFile_IsRefusedWithItsPath(string json, string path)
    {
        var run = await RunAsync(json);
        run.ExitCode.Should().Be(3, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("target").GetString().Should().Be(path);
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().Equal("forecast.json");
    }

    [Fact]
    [Trait("Check", "SF-12")]
    public async Task WinProbability_Holdout_IsJudgedByDealsThatItDidNotLearnFrom()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 1_000).Select(i =>
        {
            var (good, size) = (random.Next(2) == 0, random.Next(1, 10_000));
            return $"D{i},{(good ? "referral" : "web")},{size},{(random.NextDouble() < (good ? 0.8 : 0.2) ? "won" : "lost")},{(i % 4 == 0 ? 1 : 0)}";
        });
        await File.WriteAllLinesAsync(Path.Combine(_folder.Path, "deals.csv"), ["id,source,size,result,test", .. rows, "X,referral,10,,0"]);

        var json = await CrmRun.JsonAsync(_folder.Path, "win-probability", "deals.csv", "--outcome", "result", "--holdout", "test");

        (json.GetProperty("deals").GetInt32(), json.GetProperty("judged").GetInt32()).Should().Be((1_001, 250));
        json.GetProperty("auc").GetDouble().Should().BeInRange(0.7, 0.9);
        json.GetProperty("brier").GetDouble().Should().BeLessThan(0.2);
        var open = json.GetProperty("perDeal").EnumerateArray().Single(d => d.GetProperty("id").GetString() == "X");
        open.GetProperty("probability").GetDouble().Should().BeInRange(0.7, 0.9);
        open.GetProperty("because")[0].GetProperty("field").GetString().Should().Be("source");
    }

    [Theory]
    [InlineData("id,result\na,perhaps\n", "OutcomeInvalid", 2, "result")]
    [InlineData("id,end\na,won\n", "ColumnMissing", 1, "result")]
    [InlineData("id,result\na\n", "TooFewCells", 2, "result")]
    public async Task WinProbability_BadFile_NamesRowAndColumn(string csv, string code, int row, string column)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "deals.csv"), csv);
        var run = await CrmRun.RunAsync(_folder.Path, ["win-probability", "deals.csv", "--outcome", "result", "--json"]);
        run.ExitCode.Should().Be(3, run.Errors);
        var error = run.Json.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString()).Should().Be((code, row, column));
    }

    [Fact]
    public async Task WinProbability_NothingLost_HasNoAnswer()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "deals.csv"), "id,result\na,won\nb,\n");
        var json = await CrmRun.JsonAsync(_folder.Path, "win-probability", "deals.csv", "--outcome", "result");
        json.GetProperty("perDeal")[1].GetProperty("probability").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        json.GetProperty("auc").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    private async Task<CrmRun> RunAsync(string json, params string[] options)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "forecast.json"), json);
        return await CrmRun.RunAsync(_folder.Path, ["forecast", "forecast.json", .. options, "--json"]);
    }
}
