using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Campaigns at the command line: planned, scheduled, sent, answered, measured.</summary>
public sealed class CampaignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "EM-03")]
    [Trait("Check", "EM-08")]
    public async Task Campaign_FromTheDraftToTheReturn()
    {
        await PrepareAsync();
        (await DoAsync("campaign", "create", "spring", "--name", "Spring", "--segment", "guests", "--variant", "A=news", "--window", "00:00-24:00 1,2,3,4,5,6,7", "--budget", "100")).GetProperty("status").GetString().Should().Be("draft");
        await RefusedAsync(1, "CampaignAlreadyDefined", "campaign", "create", "spring");
        await RefusedAsync(1, "SegmentNotFound", "campaign", "create", "other", "--segment", "nobody");
        (await CrmRun.RunAsync(_folder.Path, ["campaign", "create", "other", "--window", "18:00-09:00"])).ExitCode.Should().Be(2);
        await DoAsync("campaign", "cost", "add", "spring", "Design", "30", "--on", "2026-06-01");
        (await DoAsync("campaign", "schedule", "spring")).GetProperty("status").GetString().Should().Be("scheduled");
        (await DoAsync("campaign", "run")).GetProperty("recipients").GetInt32().Should().Be(1);
        var items = (await DoAsync("campaign", "recipients", "spring")).GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("name").GetString()!);
        items["Anna Rossi"].GetProperty("status").GetString().Should().Be("sent");
        (items["Bruno Verdi"].GetProperty("status").GetString(), items["Bruno Verdi"].GetProperty("reason").GetString()).Should().Be(("skipped", "noConsent"));
        var recipient = items["Anna Rossi"].GetProperty("id").GetString()!;
        (await DoAsync("campaign", "respond", recipient, "clicked", "--key", "event-1")).GetProperty("outcome").GetString().Should().Be("applied");
        (await DoAsync("campaign", "respond", recipient, "clicked", "--key", "event-1")).GetProperty("outcome").GetString().Should().Be("repeated");
        await RefusedAsync(1, "CampaignTokenInvalid", "campaign", "opt-out", "nonsense");
        var outcome = await DoAsync("campaign", "outcome", "spring");
        var sent = outcome.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("status").GetString() == "sent");
        (sent.GetProperty("clicked").GetInt32(), sent.GetProperty("opened").GetInt32()).Should().Be((1, 1));
        (await DoAsync("campaign", "list")).GetProperty("campaigns")[0].GetProperty("status").GetString().Should().Be("finished");
        (await DoAsync("campaign", "show", "spring")).GetProperty("costs")[0].GetProperty("name").GetString().Should().Be("Design");
        (await DoAsync("campaign", "attribution", "--model", "time-decay")).GetProperty("rows").EnumerateArray().Should().Contain(r => r.GetProperty("campaign").GetString() == "spring");
        await RefusedAsync(1, "CampaignNotInStatus", "campaign", "pause", "spring");
    }

    private async Task RefusedAsync(int status, string code, params string[] command)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. command, "--json"]);
        (run.ExitCode, run.Json.GetProperty("errors")[0].GetProperty("code").GetString()).Should().Be((status, code));
    }

    private Task<JsonElement> DoAsync(params string[] command) => CrmRun.JsonAsync(_folder.Path, command);

    private async Task PrepareAsync()
    {
        var file = Path.Combine(_folder.Path, "customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n2,Bruno,Verdi,bruno@example.com\n");
        await DoAsync("import", "customers", file);
        await DoAsync("consent", "record", "anna@example.com", "--purpose", "marketing", "--channel", "email");
        await DoAsync("segment", "create", "guests");
        await DoAsync("segment", "add", "guests", "import:1", "import:2");
        await DoAsync("template", "set", "news", "--purpose", "marketing", "--subject", "News", "--text", "Hello {{customer.givenName}}: {{campaign.name}}");
    }
}
