using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Deadlines of stored cases at the command line.</summary>
[Trait("Check", "SC-11")]
[Trait("Check", "SC-12")]
public sealed class SlaDeskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Case_UnderAPolicy_IsListedRaisedAndExplained()
    {
        var number = await PrepareAsync();
        var due = await Json("sla", "due");
        due.GetProperty("items").EnumerateArray().Select(d => (d.GetProperty("case").GetString(), d.GetProperty("target").GetString(), d.GetProperty("overdue").GetBoolean()))
            .Should().Equal((number, "firstResponse", true), (number, "resolution", false));
        (await Json("sla", "due", "--until", "2020-01-01")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await Json("sla", "due", "--agent", "eve")).GetProperty("items").GetArrayLength().Should().Be(0);

        var raised = (await Json("sla", "run")).GetProperty("raised").EnumerateArray().ToList();
        raised.Should().ContainSingle();
        (raised[0].GetProperty("case").GetString(), raised[0].GetProperty("level").GetString()).Should().Be((number, "breach"));
        raised[0].GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("kind").GetString()).Should().Equal("raisePriority", "notify");
        (await Json("sla", "run")).GetProperty("raised").GetArrayLength().Should().Be(0, "each level comes once");

        var shown = await Json("case", "show", number);
        shown.GetProperty("priority").GetString().Should().Be("high", "the breach asked for it");
        shown.GetProperty("deadlines").EnumerateArray().Select(d => (d.GetProperty("target").GetString(), d.GetProperty("status").GetString()))
            .Should().Equal(("firstResponse", "missed"), ("resolution", "running"));

        var explained = await Json("sla", "explain", number);
        (explained.GetProperty("policy").GetString(), explained.GetProperty("status").GetString()).Should().Be(("Usual", "missed"));
        explained.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("reason").GetString()).Should().Equal("caseOpened", "priorityChanged");
        explained.GetProperty("raised").GetArrayLength().Should().Be(1);
        explained.GetProperty("targets")[1].GetProperty("spans")[0].GetProperty("counts").GetBoolean().Should().BeTrue();
        (await Json("sla", "explain", number, "--as-of", "2020-01-01")).GetProperty("targets").GetArrayLength().Should().Be(0);
        (await CrmRun.RunAsync(_folder.Path, ["sla", "explain", number])).Output.Should().Contain("FirstResponse 1: Missed");
        (await CrmRun.RunAsync(_folder.Path, ["case", "show", number])).Output.Should().Contain("Deadlines");
    }

    [Fact]
    [Trait("Check", "SC-10")]
    public async Task Policy_PublishedAnew_ReachesOpenCasesWhenTheyAreLookedAtAgain_AndTheReportCounts()
    {
        var number = await PrepareAsync();
        await File.WriteAllTextAsync(_folder.File("longer.json"), """{ "targets": { "all": { "firstResponse": 0, "resolution": 900 } } }""");
        await Json("sla-policy", "publish", "Usual", "longer.json");
        var before = await Json("sla", "explain", number);
        before.GetProperty("changes").GetArrayLength().Should().Be(1, "a published version changes nothing by itself");
        var done = await Json("sla", "reapply");
        (done.GetProperty("cases").GetInt32(), done.GetProperty("changed").GetInt32(), done.GetProperty("busy").GetArrayLength()).Should().Be((1, 1, 0));
        (await Json("sla", "explain", number)).GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("reason").GetString()).Should().Equal("caseOpened", "levelsReapplied");
        (await Json("sla", "reapply")).GetProperty("changed").GetInt32().Should().Be(0);

        var report = await Json("sla", "report", "--from", "2020-01-01", "--until", "2100-01-01");
        report.GetProperty("cases").GetInt32().Should().Be(1);
        report.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("policy").GetString(), r.GetProperty("target").GetString(), r.GetProperty("missed").GetInt32(), r.GetProperty("running").GetInt32()))
            .Should().Equal(("Usual", "firstResponse", 1, 0), ("Usual", "resolution", 0, 1));
        (await Json("sla", "report", "--from", "2020-01-01", "--until", "2100-01-01", "--as-of", "2020-02-01")).GetProperty("cases").GetInt32().Should().Be(0);
        (await CrmRun.RunAsync(_folder.Path, ["sla", "report", "--from", "2020-01-01", "--until", "2100-01-01"])).Output.Should().Contain("1 case, as of").And.Contain("0.0 %");
        (await CrmRun.RunAsync(_folder.Path, ["sla", "report", "--from", "2021-01-01", "--until", "2020-01-01"])).ExitCode.Should().Be(1);
        (await CrmRun.RunAsync(_folder.Path, ["sla", "report", "--from", "then", "--until", "2020-01-01"])).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task WrongUsage_IsRefused()
    {
        (await CrmRun.RunAsync(_folder.Path, ["sla"])).ExitCode.Should().Be(2, "a file or a command is missing");
        (await CrmRun.RunAsync(_folder.Path, ["sla", "due", "--until", "soon"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["sla", "explain", "C-9"])).ExitCode.Should().Be(1);
    }

    private async Task<string> PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("always.json"), """{ "zone": "Etc/UTC", "weekly": { "daily": ["00:00-24:00"] } }""");
        await File.WriteAllTextAsync(_folder.File("usual.json"), """
            {
              "name": "Usual", "default": true,
              "terms": {
                "targets": { "all": { "firstResponse": 0, "resolution": 600 } },
                "levels": [{ "name": "breach", "at": { "fromDueMinutes": 0 }, "actions": [{ "kind": "raisePriority" }, { "kind": "notify", "value": "team-leads" }] }]
              }
            }
            """);
        await Json("calendar", "create", "default", "always.json");
        await Json("sla-policy", "create", "usual.json");
        await File.WriteAllTextAsync(_folder.File("people.csv"), "givenName,familyName,email\nAnna,Rossi,anna@example.com\n");
        await Json("import", "customers", "people.csv");
        return (await Json("case", "open", "anna@example.com", "Kettle leaks")).GetProperty("number").GetString()!;
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
