using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm portal</c>: accounts by staff and by administrators of organisations.</summary>
public sealed class PortalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "PO-06")]
    public async Task Account_IsInvitedAcceptedAndBlocked()
    {
        await BeginAsync();
        var invited = await JsonAsync("portal", "invite", "anna@example.com", "--email", "anna@example.com");
        (invited.GetProperty("status").GetString(), invited.GetProperty("role").GetString(), invited.GetProperty("emailProven").GetBoolean()).Should().Be(("invited", "member", false));
        var token = invited.GetProperty("token").GetString()!;
        (await JsonAsync("portal", "open", token)).GetProperty("email").GetString().Should().Be("anna@example.com");
        (await RefusedAsync("portal", "colleagues", "--as", "anna@example.com")).Should().Equal("PortalAccountNotFound");
        var account = (await JsonAsync("portal", "accept", token)).GetProperty("account").GetString()!;
        (await RefusedAsync("portal", "accept", token)).Should().Equal("PortalInvitationUnknown");
        (await RefusedAsync("portal", "open", token)).Should().Equal("PortalInvitationUnknown");
        (await RefusedAsync("portal", "invite", "anna@example.com", "--email", "ANNA@example.com")).Should().Equal("PortalEmailUnavailable");
        (await JsonAsync("portal", "colleagues", "--as", account)).GetProperty("items").GetArrayLength().Should().Be(0);
        (await RefusedAsync("portal", "invite-colleague", "bob@example.com", "--given", "Bob", "--as", account)).Should().Equal("ActNotAllowed");
        (await JsonAsync("portal", "block", account, "--reason", "asked for it")).GetProperty("reason").GetString().Should().Be("asked for it");
        (await RefusedAsync("portal", "colleagues", "--as", account)).Should().Equal("PortalAccountNotFound");
        (await JsonAsync("portal", "unblock", account)).GetProperty("status").GetString().Should().Be("active");
        (await RefusedAsync("portal", "role", account, "administrator")).Should().Equal("PortalRoleNeedsOrganisation");
        (await JsonAsync("portal", "close", account)).GetProperty("status").GetString().Should().Be("closed");
        (await JsonAsync("portal", "accounts")).GetProperty("items")[0].GetProperty("status").GetString().Should().Be("closed");
        foreach (var people in new string[][] { ["portal", "accounts"], ["portal", "accounts", "--customer", "anna@example.com"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Fact]
    [Trait("Check", "PO-06")]
    [Trait("Check", "PO-08")]
    public async Task Administrator_InvitesAColleagueByMail()
    {
        await BeginAsync();
        await JsonAsync("template", "set", "portal-invitation", "--subject", "Your account", "--text", "https://shop.example/join/{{portal.token}}");
        var token = (await JsonAsync("portal", "invite", "anna@example.com", "--email", "anna@example.com", "--organisation", "Engines", "--administrator")).GetProperty("token").GetString()!;
        await JsonAsync("portal", "accept", token);
        (await RefusedAsync("portal", "invite-colleague", "carl@example.com", "--given", "Carl", "--as", "anna@example.com")).Should().Equal("PortalEmailUnavailable");
        var colleague = (await JsonAsync("portal", "invite-colleague", "bob@example.com", "--given", "Bob", "--as", "anna@example.com")).GetProperty("id").GetString()!;
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(_folder.File("outbox")).Single());
        var sent = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(mail.Split("\r\n\r\n")[1])).Split('/')[^1];
        (await JsonAsync("portal", "open", sent)).GetProperty("organisation").GetString().Should().Be("Engines Ltd");
        (await JsonAsync("portal", "role-of-colleague", colleague, "administrator", "--as", "anna@example.com")).GetProperty("role").GetString().Should().Be("administrator");
        (await RefusedAsync("portal", "accept", sent)).Should().Equal("PortalInvitationUnknown");
        await JsonAsync("portal", "reinvite-colleague", colleague, "--as", "anna@example.com");
        (await JsonAsync("portal", "accounts", "--organisation", "Engines")).GetProperty("items").GetArrayLength().Should().Be(2);
        (await JsonAsync("portal", "close-colleague", colleague, "--as", "anna@example.com")).GetProperty("status").GetString().Should().Be("closed");
        (await CrmRun.RunAsync(_folder.Path, ["portal", "colleagues", "--as", "anna@example.com"])).Output.Should().Contain("anna@example.com");
    }

    [Theory]
    [InlineData(1, "portal", "block", "nothing")]
    [InlineData(1, "portal", "colleagues", "--as", "nobody")]
    [InlineData(2, "portal", "colleagues")]
    [InlineData(2, "portal", "invite", "anna@example.com", "--email", "nonsense")]
    [InlineData(1, "portal", "invite", "nobody", "--email", "x@example.com")]
    [InlineData(1, "portal", "accept", "x")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await BeginAsync();
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private async Task BeginAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,organisation,email\n1,Anna,Rossi,,anna@example.com\n2,Carl,Verdi,,carl@example.com\n3,,,Engines Ltd,\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
    }

    private Task<JsonElement> JsonAsync(params string[] arguments) => CrmRun.JsonAsync(_folder.Path, arguments);

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return [.. run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()!)];
    }
}
