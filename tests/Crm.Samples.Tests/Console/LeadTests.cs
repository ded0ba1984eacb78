using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Leads at the command line.</summary>
public sealed class LeadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SF-01")]
    [Trait("Check", "SF-02")]
    [Trait("Check", "SF-14")]
    public async Task Lead_FromComingInToBecomingACustomer_GoesThroughEveryVerb()
    {
        await Json("pipeline", "create", "Sales");
        await File.WriteAllTextAsync(_folder.File("web.json"), """{"field":"source","operator":"equals","value":"web"}""");
        await Json("lead", "queue", "create", "Web", "--criteria", "web.json", "--period", "week");
        (await Json("lead", "queue", "member", "Web", "ada", "--capacity", "1")).GetProperty("members")[0].GetProperty("capacity").GetInt32().Should().Be(1);
        var id = (await Json("lead", "receive", "--given", "Anna", "--family", "Rossi", "--organisation", "Acme", "--email", "anna@example.com", "--topic", "Kettles", "--source", "web")).GetProperty("id").GetString()!;
        (await Json("lead", "route", id)).GetProperty("queueId").ValueKind.Should().Be(JsonValueKind.String);
        (await Code("lead", "convert", id)).Should().Be("LeadOwnerMissing");
        (await Json("lead", "queue", "give-out", "Web")).GetProperty("items")[0].GetProperty("owner").GetString().Should().Be("ada");
        (await Json("lead", "move", id, "working")).GetProperty("status").GetString().Should().Be("working");
        var other = (await Json("lead", "receive", "--organisation", "Spam Ltd")).GetProperty("id").GetString()!;
        (await Json("lead", "assign", other, "bob")).GetProperty("owner").GetString().Should().Be("bob");
        (await Json("lead", "disqualify", other, "--reason", "Spam")).GetProperty("status").GetString().Should().Be("disqualified");
        (await Json("lead", "duplicates", id)).GetProperty("customers").GetArrayLength().Should().Be(0);
        (await Json("lead", "list", "--status", "working")).GetProperty("items").GetArrayLength().Should().Be(1);
        var became = await Json("lead", "convert", id, "--amount", "900 EUR");
        (await Json("deal", "show", became.GetProperty("deal").GetString()!)).GetProperty("owner").GetString().Should().Be("ada");
        (await Json("lead", "show", id)).GetProperty("personId").GetString().Should().Be(became.GetProperty("person").GetString());
        (await Code("lead", "convert", id)).Should().Be("LeadConverted");
        (await Json("lead", "queue", "list")).GetProperty("queues").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("lead receive --email nonsense")]
    [InlineData("lead list --status lucky")]
    [InlineData("lead disqualify x")]
    [InlineData("lead queue create X --period year")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string?> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
