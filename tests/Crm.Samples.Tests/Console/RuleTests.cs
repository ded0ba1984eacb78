using System.Net;
using System.Text;
using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Testing;
using NodaTime;

namespace Crm.Samples.Tests.Console;

/// <summary>Rules and webhooks at the command line.</summary>
public sealed class RuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "XC-07")]
    public async Task Rule_FromFileToRun_GoesThroughEveryVerb()
    {
        await File.WriteAllTextAsync(_folder.File("rule.json"), """
            {"event":"service.case-opened","when":{"all":[{"field":"case.subject","operator":"contains","value":"burst"},{"field":"customer.kind","operator":"equals","value":"person"}]},
             "actions":[{"do":"setField","field":"priority","value":"urgent"},{"do":"createTask","subject":"Call back","inHours":1,"assignee":"anna"}]}
            """);
        await File.WriteAllTextAsync(_folder.File("loop.json"), """{"event":"service.case-assigned","actions":[{"do":"assign","to":"bea"}]}""");
        await File.WriteAllTextAsync(_folder.File("wrong.json"), """{"event":"service.case-opened","when":{"field":"case.colour","operator":"equals","value":"red"},"actions":[{"do":"fly"}]}""");
        (await Json("rule", "create", "urgent", "rule.json", "--enable")).GetProperty("enabled").GetBoolean().Should().BeTrue();
        (await Json("rule", "create", "loop", "loop.json")).GetProperty("warnings")[0].GetProperty("code").GetString().Should().Be("RuleTriggersItself");
        (await Codes("rule", "create", "wrong", "wrong.json")).Should().Equal("CriteriaFieldUnknown", "RuleActionUnknown");
        (await Codes("rule", "create", "urgent", "rule.json")).Should().Equal("RuleKeyTaken");
        var customer = await CustomerAsync();
        var number = (await Json("case", "open", customer, "Pipe burst")).GetProperty("number").GetString()!;
        await Json("case", "open", customer, "Pipe leaks");
        var dry = await Json("rule", "dry-run", "rule.json");
        (dry.GetProperty("events").GetInt32(), dry.GetProperty("matched").GetInt32()).Should().Be((2, 1));
        (await Json("rule", "runs")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await Json("rule", "run")).GetProperty("delivered").GetInt32().Should().BeGreaterThan(1);
        (await Json("case", "show", number)).GetProperty("priority").GetString().Should().Be("urgent");
        var runs = (await Json("rule", "runs", "--rule", "urgent")).GetProperty("items");
        runs.EnumerateArray().Select(r => r.GetProperty("status").GetString()).Should().BeEquivalentTo("done", "notMatched");
        var done = runs.EnumerateArray().Single(r => r.GetProperty("status").GetString() == "done");
        done.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("do").GetString()).Should().Equal("setField", "createTask");
        (await Codes("rule", "replay", "urgent", done.GetProperty("event").GetString()!)).Should().Equal("RuleRunNotParked");
        (await Json("rule", "rewrite", "urgent", "loop.json")).GetProperty("revision").GetInt32().Should().Be(2);
        (await Json("rule", "show", "urgent")).GetProperty("versions").GetArrayLength().Should().Be(2);
        (await Json("rule", "disable", "urgent")).GetProperty("enabled").GetBoolean().Should().BeFalse();
        (await Json("rule", "list")).GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("rule").GetString()).Should().Equal("loop", "urgent");
        (await Json("rule", "events", "service.case-opened")).GetProperty("records").EnumerateArray().Select(r => r.GetString()).Should().Equal("case", "customer");
        (await Json("rule", "events")).GetProperty("events").GetArrayLength().Should().BeGreaterThan(50);
        (await Codes("rule", "show", "none")).Should().Equal("RuleNotFound");
    }

    [Fact]
    [Trait("Check", "XC-06")]
    public async Task Webhook_IsSentSignedToALoopbackThatIsAllowed_AndReplayed()
    {
        using var target = new HttpListener();
        var port = FreePort();
        target.Prefixes.Add($"http://127.0.0.1:{port}/");
        target.Start();
        (await Codes("webhook", "create", "erp", $"http://127.0.0.1:{port}/hook")).Should().Equal("WebhookTargetRefused");
        var secret = (await Json("webhook", "create", "erp", $"http://127.0.0.1:{port}/hook", "--event", "customers.customer-created", "--allow-loopback")).GetProperty("secret").GetString()!;
        await CustomerAsync();
        await Json("rule", "run");

        var first = await SendAsync(target, 500);
        WebhookSignature.Verify(secret, first.Id, first.Timestamp, first.Signature, first.Body, Instant.FromUnixTimeSeconds(long.Parse(first.Timestamp, System.Globalization.CultureInfo.InvariantCulture))).Should().BeTrue();
        using var body = JsonDocument.Parse(first.Body);
        body.RootElement.GetProperty("type").GetString().Should().Be("customers.customer-created");
        var waiting = (await Json("webhook", "deliveries", "erp")).GetProperty("items")[0];
        waiting.GetProperty("status").GetString().Should().Be("waiting");
        waiting.GetProperty("attempts")[0].GetProperty("status").GetInt32().Should().Be(500);
        (await Codes("webhook", "replay", "erp", waiting.GetProperty("event").GetString()!)).Should().Equal("WebhookDeliveryWaiting");
        (await Json("webhook", "list")).GetProperty("webhooks").GetArrayLength().Should().Be(1);
        (await Json("webhook", "send", "--allow-loopback")).GetProperty("tried").GetInt32().Should().Be(0, "its wait is not over");
    }

    [Fact]
    [Trait("Check", "AN-10")]
    public async Task LeadTime_OfCases_IsToldByStep()
    {
        var number = (await Json("case", "open", await CustomerAsync(), "Broken")).GetProperty("number").GetString()!;
        await Json("case", "open", "import:1", "Broken too");
        await Json("case", "reply", number, "We are at it");
        var steps = (await Json("lead-time", "case")).GetProperty("steps");
        steps.EnumerateArray().Select(s => s.GetProperty("step").GetString()).Should().Equal("firstAnswer", "resolved");
        var all = steps[0].GetProperty("all");
        (all.GetProperty("begun").GetInt32(), all.GetProperty("ended").GetInt32(), all.GetProperty("open").GetInt32()).Should().Be((2, 1, 1));
        all.GetProperty("medianSeconds").GetDouble().Should().BeGreaterThan(0);
        (await Json("lead-time", "case", "--changed-at", "2026-01-01", "--days", "5")).GetProperty("after").GetProperty("steps")[0].GetProperty("all").GetProperty("begun").GetInt32().Should().Be(0);
        (await Codes("lead-time", "cooking")).Should().Equal("LeadTimeProcessUnknown");
    }

    [Theory]
    [InlineData("lead-time")]
    [InlineData("lead-time case --from yesterday")]
    [InlineData("rule")]
    [InlineData("rule create x")]
    [InlineData("rule runs --status lucky")]
    [InlineData("webhook create x")]
    [InlineData("webhook deliveries x --status lucky")]
    public async Task WrongUsage_IsSaidWithStatus2(string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(2, run.Errors);
        run.Errors.Should().Contain("[WrongUsage]").And.NotContain("   at ");
    }

    private async Task<(string Id, string Timestamp, string Signature, string Body)> SendAsync(HttpListener target, int status)
    {
        var sending = Json("webhook", "send", "--allow-loopback");
        var got = await target.GetContextAsync().WaitAsync(TimeSpan.FromMinutes(1));
        using var reader = new StreamReader(got.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        got.Response.StatusCode = status;
        got.Response.Close();
        (await sending).GetProperty("tried").GetInt32().Should().Be(1);
        return (got.Request.Headers[WebhookSignature.IdHeader]!, got.Request.Headers[WebhookSignature.TimestampHeader]!, got.Request.Headers[WebhookSignature.SignatureHeader]!, body);
    }

    private async Task<string> CustomerAsync()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "c.csv");
        return "import:1";
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<IEnumerable<string?>> Codes(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).ToList();
    }
}
