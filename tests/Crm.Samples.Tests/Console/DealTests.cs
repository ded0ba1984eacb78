using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Pipelines and deals at the command line.</summary>
public sealed class DealTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SF-05")]
    [Trait("Check", "SF-08")]
    public async Task Deal_FromOpeningToClosingAndBack_GoesThroughEveryVerb()
    {
        await PrepareAsync();
        var opened = await Json("deal", "open", "anna@example.com", "Kettles", "--amount", "1200 EUR", "--close", "2026-09-30", "--source", "web");
        var id = opened.GetProperty("id").GetString()!;
        (opened.GetProperty("stage").GetString(), opened.GetProperty("probability").GetDouble()).Should().Be(("qualification", .1));
        (await Json("deal", "move", id, "proposal")).GetProperty("probability").GetDouble().Should().Be(.5);
        (await Json("deal", "set", id, "--probability", "0.65", "--amount", "900 EUR", "--category", "commit")).GetProperty("category").GetString().Should().Be("commit");
        (await Json("deal", "next-step", id, "Call", "--due", "2026-07-01")).GetProperty("nextStep").GetString().Should().Be("Call");
        (await Json("deal", "next-step", id, "Send it", "--due", "2999-07-01", "--remind", "2h")).GetProperty("nextStep").GetString().Should().Be("Send it");
        (await Json("deal", "list", "--without-next-step")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await Json("deal", "next-step", id, "Sent", "--done")).GetRawText().Should().NotContain("Send it");
        (await Json("deal", "list", "--without-next-step")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await Json("deal", "contact", id, "anna@example.com", "--role", "buyer")).GetProperty("contacts")[0].GetProperty("role").GetString().Should().Be("buyer");
        (await Json("deal", "contact", id, "anna@example.com", "--role", "decision-maker")).GetProperty("contacts")[0].GetProperty("role").GetString().Should().Be("decisionMaker");
        (await Json("deal", "competitor", id, "Potts", "--note", "cheap")).GetProperty("competitors").GetArrayLength().Should().Be(1);
        (await Code("deal", "lose", id, "--reason", "other")).Should().Be("LossTextMissing");
        (await Json("deal", "lose", id, "--reason", "price")).GetProperty("state").GetString().Should().Be("lost");
        (await Json("deal", "reopen", id)).GetProperty("probability").GetDouble().Should().Be(.65);
        (await Json("deal", "win", id)).GetProperty("baseAmount").ValueKind.Should().NotBe(JsonValueKind.Null);
        var shown = await Json("deal", "show", id);
        shown.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("stage").GetString()).Should().Equal("qualification", "proposal", "lost", "proposal", "won");
        shown.GetProperty("log").GetArrayLength().Should().BeGreaterThan(6);
        (await Json("deal", "list", "--customer", "anna@example.com", "--state", "won")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await Json("deal", "open", "anna@example.com", "Cups")).GetProperty("state").GetString().Should().Be("open");
        (await Json("customer", "show", "anna@example.com")).GetProperty("openDeals").EnumerateArray().Select(d => d.GetProperty("name").GetString()).Should().Equal("Cups");
    }

    [Fact]
    [Trait("Check", "SF-06")]
    [Trait("Check", "SF-07")]
    public async Task Pipeline_FromCreationToReports_GoesThroughEveryVerb()
    {
        await PrepareAsync();
        var id = (await Json("deal", "open", "anna@example.com", "Kettles", "--amount", "1200 EUR")).GetProperty("id").GetString()!;
        await Json("deal", "move", id, "analysis");
        (await Json("pipeline", "stage", "add", "demo", "--name", "Demonstration", "--position", "2", "--probability", "0.3", "--require", "close-date", "--max-age", "14d"))
            .GetProperty("stages")[1].GetProperty("maxAgeDays").GetDouble().Should().Be(14);
        (await Code("deal", "move", id, "demo")).Should().Be("StageFieldsMissing");
        (await Json("pipeline", "stage", "change", "demo", "--probability", "0.35")).GetProperty("stages")[1].GetProperty("name").GetString().Should().Be("Demonstration");
        (await Code("pipeline", "stage", "remove", "qualification")).Should().Be("StageInUse");
        (await Json("pipeline", "stage", "retire", "negotiation")).GetProperty("stages")[4].GetProperty("isRetired").GetBoolean().Should().BeTrue();
        await Json("pipeline", "stage", "remove", "demo");
        (await Json("pipeline", "board")).GetProperty("stages")[0].GetProperty("count").GetInt32().Should().Be(1);
        (await Json("pipeline", "board", "--stage", "analysis")).GetProperty("items").GetArrayLength().Should().Be(1);
        await Json("deal", "lose", id, "--reason", "price");
        (await Json("pipeline", "funnel")).GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("reached").GetInt32()).Should().Equal(1, 1, 0, 0);
        (await Json("pipeline", "flow", "Sales")).GetProperty("stages")[0].GetProperty("forward").GetInt32().Should().Be(1);
        (await Json("pipeline", "velocity")).GetProperty("currencies")[0].GetProperty("lost").GetInt32().Should().Be(1);
        (await Json("pipeline", "rotting")).GetProperty("items").GetArrayLength().Should().Be(0);
        await Json("pipeline", "create", "Partners");
        (await Json("pipeline", "default", "Partners")).GetProperty("isDefault").GetBoolean().Should().BeTrue();
        (await Json("pipeline", "archive", "Sales")).GetProperty("isArchived").GetBoolean().Should().BeTrue();
        (await Json("pipeline", "list")).GetProperty("pipelines").GetArrayLength().Should().Be(2);
        (await Code("pipeline", "show", "Nothing")).Should().Be("PipelineNotFound");
    }

    [Theory]
    [InlineData("deal")]
    [InlineData("deal open anna")]
    [InlineData("deal open anna Kettles --amount much")]
    [InlineData("deal open anna Kettles --close soon")]
    [InlineData("deal list --state lucky")]
    [InlineData("deal lose x")]
    [InlineData("pipeline create")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
    }

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
