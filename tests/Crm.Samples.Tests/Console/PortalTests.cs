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

    [Fact]
    [Trait("Check", "PO-02")]
    [Trait("Check", "PO-04")]
    [Trait("Check", "PO-07")]
    [Trait("Check", "PO-08")]
    public async Task Customer_ReadsAndChangesItsOwnData()
    {
        await BeginAsync();
        await JsonAsync("template", "set", "portal-code", "--subject", "Your code", "--text", "{{portal.change}}/{{portal.code}}");
        await JsonAsync("portal", "accept", (await JsonAsync("portal", "invite", "anna@example.com", "--email", "anna@example.com")).GetProperty("token").GetString()!);
        string[] anna = ["--as", "anna@example.com"];
        var own = await JsonAsync(["portal", "account", .. anna]);
        own.GetProperty("displayName").GetString().Should().Be("Anna Rossi");
        var point = own.GetProperty("contactPoints")[0].GetProperty("id").GetString()!;
        (await RefusedAsync(["portal", "change", "--language", "it", "--seen", "99", .. anna])).Should().Equal("VersionConflict");
        (await JsonAsync(["portal", "change", "--line", "Via Roma 1", "--city", "Milano", "--country", "IT", .. anna])).GetProperty("status").GetString().Should().Be("applied");
        (await RefusedAsync(["portal", "change", "--email", "carl@example.com", .. anna])).Should().Equal("ContactPointUnavailable");
        var email = (await JsonAsync(["portal", "change", "--email", "new@example.com", "--replace", point, .. anna])).GetProperty("id").GetString()!;
        var mail = await File.ReadAllTextAsync(Directory.GetFiles(_folder.File("outbox")).Single());
        var code = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(mail.Split("\r\n\r\n")[1])).Split('/')[^1];
        var wrong = await JsonAsync(["portal", "confirm", email, "00000-00000", .. anna]);
        (wrong.GetProperty("right").GetBoolean(), wrong.GetProperty("request").GetProperty("attemptsLeft").GetInt32()).Should().Be((false, 4));
        (await JsonAsync(["portal", "confirm", email, code, .. anna])).GetProperty("right").GetBoolean().Should().BeTrue();
        var name = (await JsonAsync(["portal", "change", "--given", "Anne", "--family", "Rossi", .. anna])).GetProperty("id").GetString()!;
        (await JsonAsync("portal", "requests", "--waiting")).GetProperty("items")[0].GetProperty("request").GetProperty("id").GetString().Should().Be(name);
        (await JsonAsync("portal", "approve", name)).GetProperty("request").GetProperty("status").GetString().Should().Be("applied");
        var refused = (await JsonAsync(["portal", "change", "--given", "Ann", .. anna])).GetProperty("id").GetString()!;
        (await JsonAsync("portal", "reject", refused, "--reason", "No proof.")).GetProperty("request").GetProperty("reason").GetString().Should().Be("No proof.");
        var taken = (await JsonAsync(["portal", "change", "--given", "Anni", .. anna])).GetProperty("id").GetString()!;
        (await JsonAsync(["portal", "withdraw", taken, .. anna])).GetProperty("status").GetString().Should().Be("withdrawn");
        (await JsonAsync(["portal", "changes", .. anna])).GetProperty("items").GetArrayLength().Should().Be(5);
        (await JsonAsync("portal", "expire")).GetProperty("ended").GetInt32().Should().Be(0);
        await JsonAsync(["portal", "consent", "grant", "--purpose", "marketing", "--channel", "email", "--wording", "v1", .. anna]);
        (await JsonAsync(["portal", "account", .. anna])).GetProperty("consents")[0].GetProperty("standing").GetString().Should().Be("granted");
        await JsonAsync(["portal", "consent", "withdraw", .. anna]);
        (await JsonAsync(["portal", "account", .. anna])).GetProperty("consents")[0].GetProperty("standing").GetString().Should().Be("withdrawn");
        foreach (var people in new string[][] { ["portal", "account", .. anna], ["portal", "changes", .. anna], ["portal", "requests"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Theory]
    [InlineData(1, "portal", "approve", "nothing")]
    [InlineData(2, "portal", "change", "--as", "anna@example.com")]
    [InlineData(2, "portal", "change", "--given", "A", "--language", "it", "--as", "anna@example.com")]
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
