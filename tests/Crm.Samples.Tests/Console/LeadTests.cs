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
        (await Json("lead", "contact", id, "phone", "Asked for kettles", "--text", "Ten of them")).GetProperty("contacts")[0].GetProperty("subject").GetString().Should().Be("Asked for kettles");
        var other = (await Json("lead", "receive", "--organisation", "Spam Ltd")).GetProperty("id").GetString()!;
        (await Json("lead", "assign", other, "bob")).GetProperty("owner").GetString().Should().Be("bob");
        (await Json("lead", "disqualify", other, "--reason", "Spam")).GetProperty("status").GetString().Should().Be("disqualified");
        (await Json("lead", "duplicates", id)).GetProperty("customers").GetArrayLength().Should().Be(0);
        (await Json("lead", "list", "--status", "working")).GetProperty("items").GetArrayLength().Should().Be(1);
        var became = await Json("lead", "convert", id, "--amount", "900 EUR");
        (await Json("deal", "show", became.GetProperty("deal").GetString()!)).GetProperty("owner").GetString().Should().Be("ada");
        (await Json("timeline", became.GetProperty("person").GetString()!)).GetRawText().Should().Contain("Asked for kettles");
        (await Json("lead", "show", id)).GetProperty("personId").GetString().Should().Be(became.GetProperty("person").GetString());
        (await Code("lead", "convert", id)).Should().Be("LeadConverted");
        (await Json("lead", "queue", "list")).GetProperty("queues").GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Trait("Check", "SF-02")]
    public async Task Convert_All_EachByItself_OneThatIsRefusedStopsNobody()
    {
        await Json("pipeline", "create", "Sales");
        async Task<string> Receive(string organisation, string topic) =>
            (await Json("lead", "receive", "--organisation", organisation, "--topic", topic)).GetProperty("id").GetString()!;
        var (alpha, beta, gamma) = (await Receive("Alpha", "Kettles"), await Receive("Beta", new string('x', 300)), await Receive("Gamma", "Cups"));
        await File.WriteAllTextAsync(_folder.File("some.txt"), $"{gamma}\n\n");
        (await Json("lead", "convert", "--file", "some.txt", "--owner", "bob")).GetProperty("converted").GetInt32().Should().Be(1);

        var done = await Json("lead", "convert", "--all", "--owner", "bob");
        (done.GetProperty("converted").GetInt32(), done.GetProperty("refused").GetInt32()).Should().Be((1, 1));
        done.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("lead").GetString()).Should().Equal(alpha, beta);
        done.GetProperty("items")[1].GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("LeadValueTooLong");
        (await Json("lead", "show", beta)).GetProperty("status").GetString().Should().Be("new", "what is too long is refused and not cut");
        await File.WriteAllTextAsync(_folder.File("bad.txt"), "nobody\n");
        var bad = await CrmRun.RunAsync(_folder.Path, ["lead", "convert", "--file", "bad.txt"]);
        bad.ExitCode.Should().Be(3);
        bad.Errors.Should().Contain("bad.txt").And.Contain("nobody");
    }

    [Fact]
    [Trait("Check", "SF-14")]
    public async Task Territory_OfALead_IsChosenExplainedAndReassigned()
    {
        await Json("pipeline", "create", "Sales");
        await File.WriteAllTextAsync(_folder.File("web.json"), """{"field":"source","operator":"equals","value":"web"}""");
        await File.WriteAllTextAsync(_folder.File("all.json"), """{"all":[]}""");
        await Json("territory", "create", "Web", "--leads", "web.json", "--owner", "ada", "--position", "1");
        (await Json("territory", "create", "Rest", "--owner", "bob", "--fallback")).GetProperty("isFallback").GetBoolean().Should().BeTrue();
        var web = (await Json("lead", "receive", "--organisation", "Alpha", "--source", "web")).GetProperty("id").GetString()!;
        var fair = (await Json("lead", "receive", "--organisation", "Beta", "--source", "fair")).GetProperty("id").GetString()!;
        (await Json("lead", "show", web)).GetProperty("owner").GetString().Should().Be("ada");
        (await Json("lead", "list", "--territory", "Rest")).GetProperty("items")[0].GetProperty("id").GetString().Should().Be(fair);

        var explained = await Json("territory", "explain", "--lead", fair);
        (explained.GetProperty("chosen").GetString(), explained.GetProperty("current").GetString()).Should().Be(("Rest", "Rest"));
        explained.GetProperty("territories").EnumerateArray().Select(t => t.GetProperty("verdict").GetString()).Should().Equal("takes-the-rest", "criteria-do-not-hold");

        await Json("territory", "create", "First", "--leads", "all.json", "--owner", "eve", "--position", "-1");
        var preview = await Json("territory", "reassign");
        (preview.GetProperty("applied").GetBoolean(), preview.GetProperty("moves").GetArrayLength()).Should().Be((false, 2));
        (await Json("lead", "list", "--territory", "First")).GetProperty("items").GetArrayLength().Should().Be(0, "a preview changes nothing");
        (await Json("territory", "reassign", "--apply", "--change-owners")).GetProperty("flows").GetArrayLength().Should().Be(2);
        (await Json("lead", "list", "--territory", "First")).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("owner").GetString()).Should().Equal("eve", "eve");
        (await Json("territory", "place", "--lead", web, "--into", "Web")).GetProperty("territory").GetString().Should().Be("Web");
        (await Code("territory", "retire", "Rest")).Should().Be("TerritoryIsFallback");
        (await Json("territory", "retire", "First")).GetProperty("isRetired").GetBoolean().Should().BeTrue();
        (await Code("territory", "place", "--lead", web, "--into", "First")).Should().Be("TerritoryRetired");
        (await Json("territory", "list")).GetProperty("territories").GetArrayLength().Should().Be(3);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("lead receive --email nonsense")]
    [InlineData("lead list --status lucky")]
    [InlineData("lead disqualify x")]
    [InlineData("lead convert")]
    [InlineData("lead convert x --all")]
    [InlineData("lead convert --all --person anna")]
    [InlineData("territory explain")]
    [InlineData("territory place --lead x --deal y")]
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
