using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class MessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Template_SetRenderedAndSent_StandsInTheOutboxAndTheHistory()
    {
        await CustomerAsync();
        await JsonAsync("template", "set", "ready", "--subject", "Ready for {{customer.name}}", "--text", "Hello {{customer.givenName}}, it is {{! never said }}ready.");
        var written = await JsonAsync("template", "set", "ready", "--language", "it", "--subject", "Pronto", "--text", "Ciao {{customer.givenName}}", "--html", "<p>{{customer.givenName}}</p>");
        written.GetProperty("versions").GetArrayLength().Should().Be(2);
        (await JsonAsync("template", "render", "ready", "--customer", "anna@example.com")).GetProperty("text").GetString().Should().Be("Hello Anna, it is ready.");
        (await JsonAsync("template", "render", "ready", "--customer", "anna@example.com", "--language", "it")).GetProperty("subject").GetString().Should().Be("Pronto");
        (await JsonAsync("template", "list")).GetProperty("items")[0].GetProperty("key").GetString().Should().Be("ready");
        (await JsonAsync("template", "show", "ready")).GetProperty("versions")[1].GetProperty("language").GetString().Should().Be("it");

        var sent = await JsonAsync("message", "send", "anna@example.com", "--template", "ready", "--language", "it");
        (sent.GetProperty("status").GetString(), sent.GetProperty("address").GetString(), sent.GetProperty("templateVersion").GetInt32()).Should().Be(("sent", "anna@example.com", 2));
        var mail = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "outbox", sent.GetProperty("senderReference").GetString()!));
        mail.Should().StartWith("To: Anna Rossi <anna@example.com>\r\nSubject: Pronto\r\nMessage-ID: <").And.Contain("multipart/alternative");
        (await JsonAsync("interaction", "show", sent.GetProperty("interaction").GetString()!)).GetProperty("direction").GetString().Should().Be("outbound");
        (await JsonAsync("timeline", "anna@example.com")).GetProperty("items").EnumerateArray().Should().Contain(i => i.GetProperty("kind").GetString() == "interaction" && i.GetProperty("text").GetString() == "Pronto");
        (await JsonAsync("message", "delivered", sent.GetProperty("messageId").GetString()!)).GetProperty("status").GetString().Should().Be("delivered");
        (await JsonAsync("message", "bounced", sent.GetProperty("messageId").GetString()!, "--reason", "full")).GetProperty("reason").GetString().Should().Be("full");
        (await JsonAsync("message", "list", "--status", "bounced")).GetProperty("items").GetArrayLength().Should().Be(1);

        await RefusedAsync("TemplateNameUnknown", "template", "set", "bad", "--text", "Hello {{customer.secret}}");
        await RefusedAsync("TemplateNotFound", "message", "send", "anna@example.com", "--template", "nothing");
        (await JsonAsync("template", "archive", "ready")).GetProperty("archivedAt").ValueKind.Should().Be(JsonValueKind.String);
        await RefusedAsync("TemplateArchived", "message", "send", "anna@example.com", "--template", "ready");
        await JsonAsync("template", "restore", "ready");
    }

    [Fact]
    [Trait("Check", "CM-12")]
    public async Task Advertising_WithdrawnWhileItWaits_IsNotSent()
    {
        await CustomerAsync();
        string[] send = ["message", "send", "anna@example.com", "--channel", "email", "--purpose", "marketing", "--subject", "News", "--text", "All is new."];
        await RefusedAsync("MessageNotPermitted", send);
        await RefusedAsync("MessageNotPermitted", "message", "send", "anna@example.com", "--channel", "email", "--subject", "News", "--text", "All is new.");
        await RefusedAsync("HeaderNotOneLine", "message", "send", "anna@example.com", "--channel", "email", "--purpose", "marketing", "--subject", "News\nBcc: eve@example.com", "--text", "All is new.");
        await JsonAsync("consent", "record", "anna@example.com", "--purpose", "marketing", "--channel", "email");
        var later = await JsonAsync([.. send, "--at", "2099-01-01"]);
        (later.GetProperty("status").GetString(), later.GetProperty("dueAt").GetString()).Should().Be(("queued", "2099-01-01T00:00:00Z"));
        (await JsonAsync("message", "withdraw", later.GetProperty("id").GetString()!)).GetProperty("status").GetString().Should().Be("withdrawn");
        (await JsonAsync(send)).GetProperty("status").GetString().Should().Be("sent");
        await JsonAsync("consent", "withdraw", "anna@example.com", "--purpose", "marketing");
        await RefusedAsync("MessageNotPermitted", send);
        (await JsonAsync("message", "run")).GetProperty("released").GetInt32().Should().Be(0);
        Directory.GetFiles(Path.Combine(_folder.Path, "outbox")).Should().ContainSingle();
    }

    private async Task CustomerAsync()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await JsonAsync("import", "customers", file);
    }

    private async Task RefusedAsync(string code, params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be(code);
    }

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
