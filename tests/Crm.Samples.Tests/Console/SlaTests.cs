using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm sla</c> on worked cases and on what is none.</summary>
public sealed class SlaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    [Trait("Check", "SC-03")]
    [Trait("Check", "SC-04")]
    [Trait("Check", "SC-08")]
    [Trait("Check", "SC-11")]
    public async Task Sla_WorkedCasesOfOtherProducts_AgreesWithEveryOne()
    {
        var file = TestData.Require("service/sla-cases.json");
        var answers = (await CrmRun.JsonAsync(_folder.Path, "sla", file)).GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);
        var cases = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("cases").EnumerateArray().ToList();

        cases.Should().HaveCountGreaterThan(120);
        var wrong = new List<string>();
        foreach (var expected in cases)
        {
            var id = expected.GetProperty("id").GetString()!;
            if (expected.TryGetProperty("checks", out var checks))
            {
                var given = answers[id].GetProperty("checks").EnumerateArray().ToList();
                wrong.AddRange(checks.EnumerateArray().SelectMany((check, i) => Differences($"{id} check {i}", check, given[i])));
            }
            else
            {
                wrong.AddRange(Differences(id, expected.GetProperty("expected"), answers[id], expected.TryGetProperty("toleranceSeconds", out var tolerance) ? tolerance.GetDouble() : 0));
            }
        }

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"cases":[{"id":"x","kind":"deadline","calendar":{"zone":"Mars/Olympus","weekly":{}}}]}""", "$.cases[0].calendar.zone")]
    [InlineData("""{"cases":[{"id":"x","kind":"deadline","calendar":{"zone":"Etc/UTC","weekly":{"mon":[]}}}]}""", "$.cases[0].calendar.weekly")]
    [InlineData("""{"cases":[{"id":"x","kind":"deadline","calendar":{"zone":"Etc/UTC","weekly":{"mon":[["9"]]}}}]}""", "$.cases[0].calendar.weekly.mon[0]")]
    [InlineData("""{"cases":[{"id":"x","kind":"deadline","calendar":{"zone":"Etc/UTC","weekly":{"mon":[["09:00","10:00"]]}},"start":"yesterday"}]}""", "$.cases[0].start")]
    [InlineData("""{"cases":[{"id":"x","kind":"deadline","calendar":{"zone":"Etc/UTC","weekly":{"mon":[["09:00","10:00"]]}},"start":"2026-01-01T00:00:00Z","target":{"amount":1,"unit":"moons"}}]}""", "$.cases[0].target.unit")]
    [InlineData("""{"cases":[{"id":"x","kind":"elapsed","calendar":{"zone":"Etc/UTC","weekly":{"mon":[["09:00","10:00"]]}},"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","pauses":[{"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}]}]}""", "$.cases[0].pauses[0]")]
    [InlineData("""{"cases":[{"id":"x","kind":"timeline","calendar":{"zone":"Etc/UTC","weekly":{"mon":[["09:00","10:00"]]}},"targets":{},"events":[{"at":"2026-01-01T00:00:00Z","type":"agentMessage"}],"checks":[{"afterEvent":0}]}]}""", "$.cases[0]")]
    [InlineData("""{"cases":7}""", "$.cases")]
    [InlineData("""{}""", "$.cases")]
    [InlineData("nonsense", "$")]
    public async Task Sla_BadFile_IsRefusedWithItsPath(string json, string path)
    {
        await File.WriteAllTextAsync(_folder.File("cases.json"), json);
        var run = await CrmRun.RunAsync(_folder.Path, ["sla", "cases.json", "--json"]);
        run.ExitCode.Should().Be(3, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("target").GetString().Should().Be(path);
    }

    [Fact]
    public async Task Sla_Periods_AroundTheClock_AreOne()
    {
        var weekly = string.Join(',', new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" }.Select(d => $"\"{d}\":[[\"00:00\",\"24:00\"]]"));
        await File.WriteAllTextAsync(_folder.File("cases.json"), $$$"""{"cases":[{"id":"x","kind":"periods","calendar":{"zone":"Etc/UTC","weekly":{ {{{weekly}}} }},"origin":"2026-01-01T00:00:00Z"}]}""");
        (await CrmRun.JsonAsync(_folder.Path, "sla", "cases.json")).GetProperty("cases")[0].GetProperty("openSegments").GetArrayLength().Should().Be(1);
    }

    private static IEnumerable<string> Differences(string where, JsonElement expected, JsonElement given, double tolerance = 0)
    {
        tolerance = expected.TryGetProperty("toleranceSeconds", out var own) ? own.GetDouble() : tolerance;
        return expected.EnumerateObject()
            .Where(e => !given.TryGetProperty(e.Name, out var value) || !Same(e.Value, value, tolerance))
            .Select(e => $"{where}: {e.Name} {e.Value} and not {(given.TryGetProperty(e.Name, out var value) ? value.ToString() : "nothing")}");
    }

    // A list of open segments may go on after those that are expected.
    private static bool Same(JsonElement expected, JsonElement given, double tolerance) => (expected.ValueKind, given.ValueKind) switch
    {
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() <= given.GetArrayLength() && expected.EnumerateArray().Zip(given.EnumerateArray()).All(p => Same(p.First, p.Second, tolerance)),
        (JsonValueKind.String, JsonValueKind.String) when expected.TryGetDateTimeOffset(out var left) && given.TryGetDateTimeOffset(out var right) => Math.Abs((left - right).TotalSeconds) <= tolerance,
        _ => JsonElement.DeepEquals(expected, given),
    };
}
