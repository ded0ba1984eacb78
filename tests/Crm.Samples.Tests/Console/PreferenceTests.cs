using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm preferences</c>, by a link and by staff.</summary>
public sealed class PreferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "PO-07")]
    public async Task Preferences_ByLink_AreShownSetAndStopped()
    {
        await BeginAsync();
        var link = (await JsonAsync("preferences", "link", "anna@example.com")).GetProperty("token").GetString()!;
        Standing(await JsonAsync("preferences", "show", "--link", link), "marketing").Should().Be("granted");
        var set = await JsonAsync("preferences", "set", "--link", link, "--grant", "profiling/email", "--withdraw", "marketing/email", "--limit", "email=1/week", "--language", "it", "--wording", "2026-11");
        (Standing(set, "marketing"), Standing(set, "profiling"), set.GetProperty("language").GetString()).Should().Be(("withdrawn", "granted", "it"));
        set.GetProperty("frequencies")[0].GetProperty("own").GetString().Should().Be("1/week");
        Standing(await JsonAsync("preferences", "stop", "--link", link), "profiling").Should().Be("withdrawn");
        Standing(await JsonAsync("preferences", "set", "--customer", "anna@example.com", "--grant", "marketing/email", "--limit", "email=usual"), "marketing").Should().Be("granted");
        (await CrmRun.RunAsync(_folder.Path, ["preferences", "show", "--customer", "anna@example.com"])).ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData(1, "preferences", "show", "--link", "nonsense")]
    [InlineData(1, "preferences", "stop", "--link", "nonsense")]
    [InlineData(1, "preferences", "unsubscribe", "nonsense")]
    [InlineData(1, "preferences", "link", "nobody@example.com")]
    [InlineData(1, "preferences", "set", "--customer", "anna@example.com", "--grant", "unheard-of/email")]
    [InlineData(2, "preferences", "show")]
    [InlineData(2, "preferences", "set", "--customer", "anna@example.com", "--grant", "marketing")]
    [InlineData(2, "preferences", "set", "--customer", "anna@example.com", "--limit", "email=often")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await BeginAsync();
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private static string? Standing(JsonElement view, string purpose) =>
        view.GetProperty("consents").EnumerateArray().Single(c => c.GetProperty("purpose").GetString() == purpose && c.GetProperty("channel").GetString() == "email").GetProperty("standing").GetString();

    private async Task BeginAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
        await JsonAsync("consent", "record", "anna@example.com", "--purpose", "marketing", "--channel", "email");
    }

    private Task<JsonElement> JsonAsync(params string[] arguments) => CrmRun.JsonAsync(_folder.Path, arguments);
}
