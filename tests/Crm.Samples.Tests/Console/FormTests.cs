using System.Text;
using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm form</c> from the draft to the confirmed sign-up.</summary>
public sealed class FormTests : IDisposable
{
    private const string Form = """
        {"titles":{"en":"Our newsletter"},"fields":[{"key":"email","target":"email","texts":{"en":"E-mail"}},{"key":"name","target":"givenName","texts":{"en":"Name"}}],
         "consents":[{"purpose":"marketing","channel":"email","texts":{"en":"Yes, send me news."},"required":true}],"wording":"2026-11","template":"confirm","list":"guests"}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "PO-07")]
    public async Task Form_FromTheDraftToTheConfirmedSignUp()
    {
        await BeginAsync();
        (await JsonAsync("form", "create", "news", "form.json", "--name", "News")).GetProperty("status").GetString().Should().Be("draft");
        (await RefusedAsync("form", "view", "news")).Should().Equal("SignUpFormNotFound");
        (await JsonAsync("form", "open", "news")).GetProperty("status").GetString().Should().Be("open");
        (await JsonAsync("form", "view", "news")).GetProperty("consents")[0].GetProperty("key").GetString().Should().Be("marketing/email");
        (await RefusedAsync("form", "submit", "news", "email=anna@example.com")).Should().Equal("SignUpFieldMissing");
        await JsonAsync("form", "submit", "news", "email=spam@example.com", "--agree", "marketing/email", "--trap", "yes");
        await JsonAsync("form", "submit", "news", "email=anna@example.com", "name=<script>alert(1)</script>", "--agree", "marketing/email", "--sender", "192.0.2.1");
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(_folder.File("outbox")).Single());
        var token = Encoding.UTF8.GetString(Convert.FromBase64String(mail.Split("\r\n\r\n")[1])).Trim().Split('/')[^1];
        (await JsonAsync("form", "sign-ups", "news")).GetProperty("items")[0].GetProperty("status").GetString().Should().Be("asked");
        await JsonAsync("form", "confirm", token, "--proof", "198.51.100.7");
        (await RefusedAsync("form", "confirm", token)).Should().Equal("OptInAlreadyConfirmed");
        var done = (await JsonAsync("form", "sign-ups", "news")).GetProperty("items")[0];
        (done.GetProperty("status").GetString(), done.GetProperty("answers").GetProperty("name").GetString()).Should().Be(("completed", "<script>alert(1)</script>"));
        (await JsonAsync("consent", "show", "anna@example.com")).GetRawText().Should().Contain("2026-11");
        (await JsonAsync("segment", "members", "guests")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await JsonAsync("form", "counts", "news")).GetProperty("days")[0].GetProperty("confirmed").GetInt32().Should().Be(1);
        (await JsonAsync("form", "expire")).GetProperty("expired").GetInt32().Should().Be(0);
        (await JsonAsync("form", "close", "news")).GetProperty("status").GetString().Should().Be("closed");
        (await RefusedAsync("form", "submit", "news", "email=b@example.com")).Should().Equal("SignUpFormNotInStatus");
        (await RefusedAsync("form", "rewrite", "news", "form.json")).Should().Equal("SignUpFormNotInStatus");
        foreach (var people in new string[][] { ["form", "list"], ["form", "show", "news"], ["form", "sign-ups", "news"], ["form", "counts", "news"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Theory]
    [InlineData(1, "form", "show", "nothing")]
    [InlineData(1, "form", "create", "Bad Key", "form.json")]
    [InlineData(1, "form", "create", "a", "bad.json")]
    [InlineData(3, "form", "create", "a", "missing.json")]
    [InlineData(1, "form", "confirm", "nonsense")]
    [InlineData(2, "form", "submit", "news", "email")]
    [InlineData(2, "form", "counts", "news", "--from", "soon")]
    [InlineData(1, "form", "counts", "news")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await BeginAsync();
        await File.WriteAllTextAsync(_folder.File("bad.json"), """{"titles":{"en":"T"},"template":"confirm","fields":[{"key":"a","target":"isErased","texts":{"en":"?"}}]}""");
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private async Task BeginAsync()
    {
        await File.WriteAllTextAsync(_folder.File("form.json"), Form);
        await JsonAsync("segment", "create", "guests");
        await JsonAsync("template", "set", "confirm", "--subject", "{{signUp.title}}", "--text", "https://shop.example/c/{{signUp.token}}");
    }

    private Task<JsonElement> JsonAsync(params string[] arguments) => CrmRun.JsonAsync(_folder.Path, arguments);

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return [.. run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()!)];
    }
}
