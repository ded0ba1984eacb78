using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>The contact centre at the command line.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SC-13")]
    [Trait("Check", "SC-14")]
    public async Task Queue_FromCreationToFigures_GoesThroughEveryVerb()
    {
        await PrepareAsync();
        var first = Id(await Json("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Broken", "--priority", "urgent", "--topic", "kettle"));
        var second = Id(await Json("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Lid missing", "--skill", "printer=3"));
        (await Json("queue", "list")).GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("name").GetString() == "Support").GetProperty("waiting").GetInt32().Should().Be(2);

        var next = await Json("queue", "next", "--agent", "ada");
        Id(next.GetProperty("item")).Should().Be(first);
        next.GetProperty("case").GetProperty("assigneeId").GetString().Should().Be("ada");
        (await Json("queue", "next", "--agent", "ada")).GetProperty("item").ValueKind.Should().Be(JsonValueKind.Null, "ada has no room and no printer skill");
        var routed = (await Json("queue", "route", "Support")).GetProperty("items")[0];
        (routed.GetProperty("item").GetString(), routed.GetProperty("agent").GetString(), routed.GetProperty("unassigned").GetString()).Should().Be((second, null, "nobodyQualified"));

        (await Code("queue", "assign", second, "--agent", "bob")).Should().Be("AgentNotAvailable");
        (await Json("queue", "assign", second, "--agent", "bob", "--regardless")).GetProperty("state").GetString().Should().Be("handling");
        (await Json("queue", "requeue", second)).GetProperty("state").GetString().Should().Be("waiting");
        (await Json("queue", "transfer", second, "--to", "Printers")).GetProperty("transfers").GetInt32().Should().Be(1);
        (await Json("queue", "finish", first, "--talk", "200s", "--hold", "20s", "--wrap-up", "30s")).GetProperty("state").GetString().Should().Be("done");
        (await Json("queue", "abandon", second)).GetProperty("state").GetString().Should().Be("abandoned");

        var figures = await Json("queue", "metrics", "Support");
        (figures.GetProperty("offered").GetInt32(), figures.GetProperty("handled").GetInt32(), figures.GetProperty("ahtSeconds").GetDouble()).Should().Be((1, 1, 250));
        figures.GetProperty("serviceLevel").GetProperty("ofAnswered").ValueKind.Should().Be(JsonValueKind.Number);
        figures.GetProperty("firstContactResolution").ValueKind.Should().Be(JsonValueKind.Null, "nothing can be judged yet");
    }

    [Fact]
    public async Task Offer_IsAcceptedByItsAgentOnly()
    {
        await PrepareAsync();
        await Json("queue", "create", "Calls", "--reserve", "10m", "--strategy", "longest-idle");
        await Json("queue", "join", "Calls", "ada");
        var item = Id(await Json("queue", "add", "Calls", "--customer", "anna@example.com", "--subject", "Broken"));
        var offered = (await Json("queue", "route", "Calls")).GetProperty("items")[0];
        offered.GetProperty("until").ValueKind.Should().Be(JsonValueKind.String);
        (await Code("queue", "accept", item, "--agent", "bob")).Should().Be("WorkItemHeldByAnother");
        (await Json("queue", "accept", item, "--agent", "ada")).GetProperty("agent").GetString().Should().Be("ada");
        (await Json("queue", "return")).GetProperty("returned").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task WhatCannotBe_IsRefusedWithItsCode()
    {
        await PrepareAsync();
        (await Code("queue", "create", "Support")).Should().Be("WorkQueueNameTaken");
        (await Code("queue", "create", "Odd", "--strategy", "dice")).Should().Be("AssignmentStrategyUnknown");
        (await Code("queue", "join", "Support", "ada")).Should().Be("QueueMemberAlreadyPresent");
        (await Code("queue", "join", "Support", "eve")).Should().Be("QueueAgentNotFound");
        (await Code("queue", "join", "Nothing", "ada")).Should().Be("WorkQueueNotFound");
        (await Code("queue", "next", "--agent", "eve")).Should().Be("QueueAgentNotFound");
        (await Code("queue", "next", "--agent", "bob")).Should().Be("AgentNotAvailable");
        (await Code("queue", "add", "Support", "C-999999")).Should().Be("CaseNotFound");
        (await Code("queue", "finish", "nothing-like-an-id")).Should().Be("WorkItemNotFound");
        (await Code("queue", "agent", "carl", "--capacity", "0")).Should().Be("InvalidValue");
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("queue next")]
    [InlineData("queue add Support")]
    [InlineData("queue add Support C-1 --customer x --subject y")]
    [InlineData("queue create X --reserve soon")]
    [InlineData("queue create X --reach moon")]
    [InlineData("queue create X --skill printer=99")]
    [InlineData("queue agent ada --skill printer=high")]
    [InlineData("queue agent ada --channel chat")]
    [InlineData("queue agent ada --availability asleep")]
    [InlineData("queue metrics X --from yesterday")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
        Directory.GetFiles(_folder.Path).Should().BeEmpty("a command that does nothing touches no database");
    }

    private async Task PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "customers.csv");
        await Json("queue", "create", "Support");
        await Json("queue", "create", "Printers", "--skill", "printer=2");
        await Json("queue", "agent", "ada", "--availability", "active");
        await Json("queue", "agent", "bob", "--skill", "printer=5", "--capacity", "2", "--channel", "chat=1");
        await Json("queue", "join", "Support", "ada");
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string?> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }
}
