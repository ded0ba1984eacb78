using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class IntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "IN-06")]
    public async Task Intake_MessagesOfOneFile_ThreadDeduplicateAndAreReadableAfterwards()
    {
        var results = await TakeAsync(
            null,
            """{"channel":"email","messageId":"<1@example.com>","from":{"address":"anna@example.com","name":"Anna Rossi"},"to":[{"address":"help@shop.example"}],"subject":"Broken kettle","sentAt":"2026-05-08T09:00:00Z","text":"It does not boil.","attachments":[{"name":"a.txt","contentType":"text/plain","size":3,"text":"abc"}]}""",
            """{"channel":"email","messageId":"<2@example.com>","from":{"address":"anna@example.com"},"subject":"Re: [Case#C-000001] Broken kettle","text":"Any news?"}""",
            """{"channel":"email","messageId":"<1@example.com>","from":{"address":"anna@example.com"},"subject":"Broken kettle","text":"It does not boil."}""",
            """{"channel":"email","messageId":"<3@example.com>","inReplyTo":"<1@example.com>","from":{"address":"anna@example.com"},"subject":"RE: Broken kettle","text":"Hello?"}""",
            """{"channel":"email","messageId":"<4@example.com>","references":["<1@example.com>"],"from":{"address":"anna@example.com"},"subject":"Another matter","text":"Hello?"}""",
            """{"channel":"sms","from":{"address":"+39 02 1234 5678"},"text":"Call me"}""",
            """{"channel":"email","messageId":"<5@example.com>","from":{"address":"anna@example.com"},"subject":"Hi\r\nBcc: x@example.org","text":"!"}""");
        results.Select(r => r.GetProperty("outcome").GetString()).Should().Equal("newCase", "followUp", "duplicate", "followUp", "newCase", "newCase", "refused");
        results.Take(4).Select(r => r.GetProperty("case").GetString()).Should().OnlyContain(c => c == "C-000001");
        results.Take(4).Select(r => r.GetProperty("customer").GetString()).Distinct().Should().ContainSingle();
        (results[1].GetProperty("case").GetString(), results[1].GetProperty("visibleReply").GetString(), results[6].GetProperty("code").GetString()).Should().Be(("C-000001", "Any news?", "HeaderBroken"));
        (results[0].GetProperty("automatic").GetBoolean(), results[0].GetProperty("mayAutoReply").GetBoolean()).Should().Be((false, true));

        var shown = await CrmRun.JsonAsync(_folder.Path, "case", "show", "C-000001");
        shown.GetProperty("messages").GetArrayLength().Should().Be(3);
        await CrmRun.JsonAsync(_folder.Path, "interaction", "show", results[1].GetProperty("interaction").GetString()!);
        await CrmRun.JsonAsync(_folder.Path, "customer", "show", results[0].GetProperty("customer").GetString()!);

        // What was signed threads whatever it is headed, and a merged case answers through the other.
        var signed = await CrmRun.JsonAsync(_folder.Path, "case", "message-id", "C-000001", "--mailbox", "help@shop.example");
        (await CrmRun.JsonAsync(_folder.Path, "case", "merge", "C-000001", "C-000002")).GetProperty("messages").GetInt32().Should().Be(4);
        var reply = await TakeAsync(null, JsonSerializer.Serialize(new { messageId = "<6@example.com>", inReplyTo = signed.GetProperty("messageId").GetString(), from = new { address = "anna@example.com" }, subject = "New words", text = "Thanks" }));
        (reply[0].GetProperty("outcome").GetString(), reply[0].GetProperty("case").GetString()).Should().Be(("followUp", "C-000002"));
    }

    [Fact]
    [Trait("Check", "IN-07")]
    public async Task Intake_Settings_SayWhereReferencesCountAndWhatClosedCasesTake()
    {
        var message = """{"channel":"email","messageId":"<1@example.com>","from":{"address":"anna@example.com"},"subject":"Broken","text":"Hi"}""";
        var later = """{"channel":"email","messageId":"<2@example.com>","references":["<1@example.com>"],"from":{"address":"anna@example.com"},"subject":"Other","text":"Hi","headers":{"Precedence":"list","x-tts-send-auto-response":"true"}}""";
        var results = await TakeAsync("""{"searchCaseReferenceIn":["subject","body","attachments","headers"],"followUpPossible":"newCase","reopenWindowDays":7}""", message, later);
        (results[1].GetProperty("outcome").GetString(), results[1].GetProperty("automatic").GetBoolean(), results[1].GetProperty("mayAutoReply").GetBoolean()).Should().Be(("followUp", true, true));
        var wrong = await RunAsync("""{"searchCaseReferenceIn":["nowhere"]}""", message);
        wrong.ExitCode.Should().Be(3);
        wrong.Errors.Should().Contain("settings.json").And.Contain("searchCaseReferenceIn");
        (await RunAsync("""{"unknown":1}""", message)).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task Intake_LinesThatCannotBeRead_AreNamedAndNothingIsTaken()
    {
        var run = await RunAsync(null, """{"from":{"address":"anna@example.com"},"text":"Hi"}""", "", "{not json", """{"from":[1],"text":"Hi"}""", """{"sentAt":"yesterday"}""", """{"text":"\ud800"}""", """{"channel":"No Channel"}""");
        run.ExitCode.Should().Be(3);
        foreach (var row in new[] { "row 3", "row 4, column from", "row 5, column sentAt", "row 6, column text", "row 7, column channel" })
        {
            run.Errors.Should().Contain(row);
        }

        File.Exists(_folder.File("crm.db")).Should().BeFalse();
        (await RunAsync(null)).ExitCode.Should().Be(0);
    }

    private async Task<List<JsonElement>> TakeAsync(string? settings, params string[] lines)
    {
        var run = await RunAsync(settings, lines);
        run.ExitCode.Should().Be(0, run.Errors);
        return [.. run.Json.GetProperty("results").EnumerateArray()];
    }

    private async Task<CrmRun> RunAsync(string? settings, params string[] lines)
    {
        await File.WriteAllLinesAsync(_folder.File("mail.jsonl"), lines);
        await File.WriteAllTextAsync(_folder.File("settings.json"), settings ?? "{}");
        return await CrmRun.RunAsync(_folder.Path, ["intake", "mail.jsonl", "--settings", "settings.json", "--json"]);
    }
}
