using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Contacts, timelines and statements at the command line.</summary>
public sealed class InteractionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "IN-05")]
    public async Task Timeline_ByChannelDirectionAndAgent_ShowsThoseContactsByPages()
    {
        await CustomersAsync();
        foreach (var i in Enumerable.Range(1, 5))
        {
            await RecordAsync("--channel", "email", "--subject", $"Mail {i}", "--at", $"2026-01-0{i}", "--agent", i < 3 ? "bob" : "eve");
        }

        await RecordAsync("--channel", "letter", "--direction", "out", "--subject", "Letter", "--at", "2026-02-01", "--agent", "bob");

        (await TextsAsync("--channel", "email", "--agent", "bob")).Should().Equal("Mail 2", "Mail 1");
        (await TextsAsync("--direction", "out")).Should().Equal("Letter");
        (await TextsAsync("--kinds", "interaction", "--from", "2026-01-03", "--until", "2026-01-05")).Should().Equal("Mail 4", "Mail 3");
        var first = await CrmRun.JsonAsync(_folder.Path, "timeline", "import:1", "--channel", "email,letter", "--take", "4");
        var second = await CrmRun.JsonAsync(_folder.Path, "timeline", "import:1", "--channel", "email,letter", "--take", "4", "--before", first.GetProperty("next").GetString()!);
        Texts(first).Concat(Texts(second)).Should().Equal("Letter", "Mail 5", "Mail 4", "Mail 3", "Mail 2", "Mail 1");
        first.GetProperty("items")[0].GetProperty("agent").GetString().Should().Be("bob");
    }

    [Fact]
    [Trait("Check", "IN-08")]
    public async Task Call_RecordedAndFollowed_ShowsWhatTheProviderSaid()
    {
        await CustomersAsync();
        var call = await RecordAsync(
            "--channel", "phone", "--subject", "Where is my parcel?", "--external-id", "CA-1", "--call", "ringing", "--dialled", "800 123456", "--number-kind", "toll-free", "--participant", "caller=+39 06 698 12345");
        var id = call.GetProperty("id").GetString()!;
        (await RecordAsync("--channel", "phone", "--subject", "Again", "--external-id", "CA-1")).GetProperty("id").GetString().Should().Be(id);
        await CrmRun.JsonAsync(_folder.Path, "interaction", "call", id, "completed", "--talk", "3m", "--hold", "30s", "--recording", "rec-1");

        var shown = await CrmRun.JsonAsync(_folder.Path, "interaction", "show", id);

        var seen = shown.GetProperty("call");
        (seen.GetProperty("status").GetString(), seen.GetProperty("talkSeconds").GetDouble(), seen.GetProperty("recording").GetString(), seen.GetProperty("numberKind").GetString())
            .Should().Be(("completed", 180, "rec-1", "tollFree"));
        shown.GetProperty("durationSeconds").GetDouble().Should().Be(210);
        shown.GetProperty("participants")[0].GetProperty("role").GetString().Should().Be("caller");
        var refused = await CrmRun.RunAsync(_folder.Path, ["interaction", "call", id, "ringing", "--json"]);
        refused.ExitCode.Should().Be(1);
        (refused.Output + refused.Errors).Should().Contain("CallTransitionNotAllowed");
    }

    [Fact]
    [Trait("Check", "IN-04")]
    public async Task Meeting_WithParticipants_TakesTheirAnswers()
    {
        await CustomersAsync();
        var meeting = await RecordAsync("--channel", "video-conference", "--direction", "out", "--subject", "Review", "--participant", "organiser=ada@shop.example", "--participant", "required=anna@example.com");

        var answered = await CrmRun.JsonAsync(_folder.Path, "interaction", "answer", meeting.GetProperty("id").GetString()!, "2", "accepted");

        answered.GetProperty("participants")[1].GetProperty("acceptance").GetString().Should().Be("accepted");
        var refused = await CrmRun.RunAsync(_folder.Path, ["interaction", "record", "import:1", "--channel", "email", "--subject", "Mail", "--participant", "caller=123", "--json"]);
        refused.ExitCode.Should().Be(1);
        (refused.Output + refused.Errors).Should().Contain("RoleNotPermitted");
    }

    [Fact]
    [Trait("Check", "IN-02")]
    public async Task Statements_NotedInACall_AreListedCountedAndSettled()
    {
        await CustomersAsync();
        var call = (await RecordAsync("--channel", "phone", "--subject", "Call")).GetProperty("id").GetString()!;
        var requirement = await CrmRun.JsonAsync(_folder.Path, "statement", "note", "import:1", "requirement", "Delivery", "Kettles before eight", "--interaction", call, "--sku", "kettle");
        var preference = await CrmRun.JsonAsync(_folder.Path, "statement", "note", "import:1", "preference", "contact-time", "morning", "--inferred", "--confidence", "0.8");

        var open = (await CrmRun.JsonAsync(_folder.Path, "interaction", "list-requirements", "--mentioning", "kettle")).GetProperty("items").EnumerateArray().Single();
        (open.GetProperty("text").GetString(), open.GetProperty("interactionId").GetString(), open.GetProperty("topic").GetString()).Should().Be(("Kettles before eight", call, "delivery"));
        (await CrmRun.JsonAsync(_folder.Path, "statement", "meet", requirement.GetProperty("id").GetString()!, "--reason", "sent")).GetProperty("status").GetString().Should().Be("met");
        (await CrmRun.JsonAsync(_folder.Path, "interaction", "list-requirements")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await CrmRun.JsonAsync(_folder.Path, "statement", "confirm", preference.GetProperty("id").GetString()!)).GetProperty("status").GetString().Should().Be("confirmed");
        (await CrmRun.JsonAsync(_folder.Path, "statement", "topics")).GetProperty("topics").EnumerateArray().Select(t => t.GetProperty("topic").GetString()).Should().Equal("contact-time", "delivery");
        (await CrmRun.RunAsync(_folder.Path, ["statement", "meet", preference.GetProperty("id").GetString()!])).ExitCode.Should().Be(1);
    }

    [Fact]
    [Trait("Check", "IN-03")]
    public async Task Statistics_OfACustomer_CountContactsAndWaits()
    {
        await CustomersAsync();
        await RecordAsync("--channel", "email", "--subject", "Question", "--at", "2026-01-01T08:00:00Z");
        await RecordAsync("--channel", "email", "--direction", "out", "--subject", "Out of office", "--at", "2026-01-01T08:01:00Z", "--automatic");
        await RecordAsync("--channel", "email", "--direction", "out", "--subject", "Answer", "--at", "2026-01-01T10:00:00Z");

        var seen = await CrmRun.JsonAsync(_folder.Path, "interaction", "statistics", "import:1");

        (seen.GetProperty("inbound").GetInt32(), seen.GetProperty("outbound").GetInt32(), seen.GetProperty("automatic").GetInt32()).Should().Be((1, 1, 1));
        seen.GetProperty("responses").GetProperty("medianSeconds").GetDouble().Should().Be(7200);
        var shown = (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("contactStatistics");
        shown.GetProperty("responses").GetProperty("count").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Record_WithAFile_KeepsItUnderACleanName()
    {
        await CustomersAsync();
        var file = _folder.File("offer.txt");
        await File.WriteAllTextAsync(file, "hello");

        var recorded = await RecordAsync("--channel", "email", "--subject", "Offer", "--attach", file);

        var attachment = recorded.GetProperty("attachments")[0];
        (attachment.GetProperty("name").GetString(), attachment.GetProperty("size").GetInt64()).Should().Be(("offer.txt", 5));
        Directory.GetFiles(_folder.File("crm.db.files"), "*", SearchOption.AllDirectories).Should().ContainSingle();
        (await CrmRun.RunAsync(_folder.Path, ["interaction", "record", "import:1", "--channel", "email", "--subject", "Offer", "--attach", "missing.txt"])).ExitCode.Should().Be(3);
    }

    [Theory]
    [InlineData("interaction record import:1 --channel phone --subject x --direction sideways")]
    [InlineData("interaction record import:1 --channel phone --subject x --duration long")]
    [InlineData("interaction record import:1 --channel phone --subject x --participant nobody")]
    [InlineData("interaction record import:1 --channel phone --subject x --call lost")]
    [InlineData("timeline import:1 --direction up")]
    [InlineData("statement note import:1 wish a b")]
    [InlineData("statement list --status lost")]
    public async Task Command_WrongUsage_IsExplained(string command) =>
        (await CrmRun.RunAsync(_folder.Path, command.Split(' '))).ExitCode.Should().Be(2);

    private async Task CustomersAsync()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
    }

    private Task<JsonElement> RecordAsync(params string[] options) => CrmRun.JsonAsync(_folder.Path, ["interaction", "record", "import:1", .. options]);

    private async Task<IEnumerable<string?>> TextsAsync(params string[] options) => Texts(await CrmRun.JsonAsync(_folder.Path, ["timeline", "import:1", .. options]));

    private static IEnumerable<string?> Texts(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("text").GetString());
}
