using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Journeys at the command line: simulated on a file, and with the customers of a database.</summary>
[Trait("Check", "EM-04")]
public sealed class JourneyTests : IDisposable
{
    private const string Decision = """
        {"entry":{"by":"hand"},"steps":[
          {"key":"ask","do":"addTag","tag":"asked","next":"bought"},
          {"key":"bought","await":"orders.order-placed","within":"P3D","yes":"known","no":"late"},
          {"key":"known","when":{"field":"tag","operator":"equals","value":"asked"},"yes":"thanks","no":"late"},
          {"key":"thanks","wait":{"for":"P1D","at":"09:00","weekdays":["monday"]}},{"key":"late","do":"end"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Simulate_File_TellsEachStepWithoutADatabase()
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["journey", "simulate", await FileAsync("s.json", $$$"""
            {"journey":{{{Decision}}},"start":"2026-03-27T08:00:00Z","zone":"Europe/Rome","customer":{"tag":["new"]},"facts":[{"kind":"purchase","at":"2026-01-01","amount":5}],
             "reactions":[{"event":"orders.order-placed","at":"2026-03-28T10:00:00Z"}],"refusals":{"other":"NoConsent"}}
            """), "--json"]);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Json.GetProperty("status").GetString().Should().Be("completed");
        run.Json.GetProperty("steps").EnumerateArray().Select(s => (s.GetProperty("step").GetString(), s.GetProperty("outcome").GetString(), s.GetProperty("at").GetString())).Should().Equal(
            ("ask", "done", "2026-03-27T08:00:00Z"), ("bought", "yes", "2026-03-28T10:00:00Z"), ("known", "yes", "2026-03-28T10:00:00Z"), ("thanks", "done", "2026-03-30T07:00:00Z"));
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().Equal("s.json");
    }

    [Theory]
    [InlineData("""{"journey":{"entry":{"by":"hand"},"steps":[{"key":"a","do":"x","next":"a"}]},"start":"2026-06-01T08:00:00Z"}""", 1, "JourneyCyclic", "$.steps[0].next")]
    [InlineData("""{"journey":{"entry":{"by":"hand"},"steps":[{"key":"a","when":{"field":"shoe","operator":"equals","value":1}}]},"start":"2026-06-01T08:00:00Z"}""", 1, "CriteriaFieldUnknown", "$.field")]
    [InlineData("""{"template":"none","start":"2026-06-01T08:00:00Z"}""", 3, "FileUnusable", "$.template")]
    [InlineData("""{"template":"onboarding","start":"soon"}""", 3, "FileUnusable", "$.start")]
    [InlineData("""{"template":"onboarding"}""", 3, "FileUnusable", "$.start")]
    [InlineData("""{"start":"2026-06-01T08:00:00Z"}""", 3, "FileUnusable", "$")]
    [InlineData("""{"template":"onboarding","start":"2026-06-01T08:00:00Z","zone":"Mars"}""", 3, "FileUnusable", "$.zone")]
    [InlineData("""{"template":"onboarding","start":"2026-06-01T08:00:00Z","customer":{"shoe":1}}""", 3, "CriteriaFieldUnknown", "$.customer.shoe")]
    [InlineData("""{"template":"onboarding","start":"2026-06-01T08:00:00Z","reactions":[{"at":"2026-06-01T08:00:00Z"}]}""", 3, "FileUnusable", "$.reactions[0].step")]
    [InlineData("""{"stert":1}""", 3, "FileUnusable", "$.stert")]
    [InlineData("[", 3, "FileUnusable", "$")]
    public async Task Simulate_BadFile_IsRefusedWithCodeAndPath(string json, int status, string code, string path)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["journey", "simulate", await FileAsync("s.json", json), "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
        var error = run.Json.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("target").GetString()).Should().Be((code, path));
    }

    [Fact]
    public async Task Journeys_FromDraftToStatistics()
    {
        await DoAsync("import", "customers", await FileAsync("customers.csv", "id,givenName,familyName\n1,Anna,Rossi\n2,Bruno,Verdi\n"));
        var made = await DoAsync("journey", "create", "way", await FileAsync("way.json", Decision), "--name", "The way");
        made.GetProperty("versions")[0].GetProperty("status").GetString().Should().Be("draft");
        (await RefusedAsync(1, "journey", "enter", "way", "import:1")).Should().Be("JourneyNotPublished");
        (await DoAsync("journey", "publish", "way")).GetProperty("published").GetInt32().Should().Be(1);
        (await DoAsync("journey", "enter", "way", "import:1")).GetProperty("status").GetString().Should().Be("active");
        (await RefusedAsync(1, "journey", "enter", "way", "import:1")).Should().Be("JourneyRunning");
        await DoAsync("journey", "run");
        var run = (await DoAsync("journey", "runs", "--journey", "way", "--customer", "import:1", "--status", "active")).GetProperty("items")[0];
        run.GetProperty("step").GetString().Should().Be("bought");
        (await DoAsync("journey", "steps", run.GetProperty("id").GetString()!)).GetProperty("steps")[0].GetProperty("step").GetString().Should().Be("ask");
        var figures = (await DoAsync("journey", "statistics", "way")).GetProperty("steps");
        (figures[0].GetProperty("done").GetInt32(), figures[1].GetProperty("waiting").GetInt32()).Should().Be((1, 1));
        (await RefusedAsync(1, "journey", "effect", "way")).Should().Be("JourneyWithoutGoal");
        (await DoAsync("journey", "leave", "way", "import:1")).GetProperty("status").GetString().Should().Be("removed");
        (await DoAsync("journey", "rewrite", "way", await FileAsync("next.json", Decision.Replace("P3D", "P4D")))).GetProperty("versions").GetArrayLength().Should().Be(2);
        (await DoAsync("journey", "show", "way")).GetProperty("published").GetInt32().Should().Be(1);
        (await DoAsync("journey", "retire", "way")).GetProperty("published").ValueKind.Should().Be(JsonValueKind.Null);
        (await DoAsync("journey", "list")).GetProperty("journeys")[0].GetProperty("hasDraft").GetBoolean().Should().BeTrue();
        (await DoAsync("journey", "templates")).GetProperty("templates").GetArrayLength().Should().Be(4);
        (await RefusedAsync(1, "journey", "check", await FileAsync("bad.json", """{"entry":{"by":"hand"},"steps":[{"key":"a","do":"dance"}]}"""))).Should().Be("JourneyActionUnknown");
        (await RefusedAsync(1, "journey", "show", "none")).Should().Be("JourneyNotFound");
    }

    private async Task<string> FileAsync(string name, string text)
    {
        var path = _folder.File(name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private async Task<JsonElement> DoAsync(params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(0, $"{string.Join(' ', arguments)}: {run.Errors}");
        return run.Json;
    }

    private async Task<string?> RefusedAsync(int status, params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
