using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Entitlements at the command line.</summary>
public sealed class EntitlementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entitlement_FromGrantToRevocation_GoesThroughEveryVerb()
    {
        await PrepareAsync();
        var granted = await Json("entitlement", "grant", "anna@example.com", "--cases", "1", "--from", "2020-01-01", "--until", "2999-12-31", "--contract", "V-1");
        var id = Text(granted, "id");
        (await Json("entitlement", "cover", "C-000001", id)).GetProperty("remaining").GetDecimal().Should().Be(0);
        (await Code("entitlement", "cover", "C-000002", id)).Should().Be("EntitlementExhausted");
        (await Json("entitlement", "top-up", id, "--amount", "2", "--reason", "Goodwill")).GetProperty("remaining").GetDecimal().Should().Be(2);
        (await Code("entitlement", "report", "C-000001", "--hours", "1")).Should().Be("EntitlementCountsCases");
        Text(await Json("entitlement", "suspend", id, "--reason", "Unpaid"), "status").Should().Be("suspended");
        Text(await Json("entitlement", "resume", id), "status").Should().Be("active");
        (await Code("entitlement", "extend", id, "--until", "2999-12-31")).Should().Be("InvalidValue");
        (await Code("entitlement", "renew", id, "--from", "2999-12-31", "--until", "3000-12-31")).Should().Be("EntitlementPeriodsOverlap");
        Text(await Json("entitlement", "renew", id, "--from", "3000-01-01", "--until", "3000-12-31"), "renewalOf").Should().Be(id);

        var shown = await Json("entitlement", "show", id);
        shown.GetProperty("entries").EnumerateArray().Select(e => (Text(e, "kind"), e.GetProperty("amount").GetDecimal(), e.GetProperty("remaining").GetDecimal())).Should().Equal(
            ("granted", 1m, 1m), ("used", 1m, 0m), ("toppedUp", 2m, 2m));
        Text(await Json("entitlement", "revoke", id), "status").Should().Be("revoked");
        (await Json("entitlement", "list", "anna@example.com")).GetProperty("items").GetArrayLength().Should().Be(2);

        var hours = Text(await Json("entitlement", "grant", "anna@example.com", "--hours", "2", "--from", "2020-01-01", "--until", "2999-12-31"), "id");
        await Json("entitlement", "cover", "C-000002", hours);
        (await Json("entitlement", "report", "C-000002", "--hours", "1.25", "--note", "On the telephone")).GetProperty("remaining").GetDecimal().Should().Be(0.75m);
        (await Code("entitlement", "show", "nothing")).Should().Be("EntitlementNotFound");
    }

    [Theory]
    [InlineData("entitlement")]
    [InlineData("entitlement grant anna@example.com --from 2026-01-01 --until 2026-12-31")]
    [InlineData("entitlement grant anna@example.com --cases 1 --hours 1 --from 2026-01-01 --until 2026-12-31")]
    [InlineData("entitlement grant anna@example.com --cases 1 --from yesterday --until 2026-12-31")]
    [InlineData("entitlement grant anna@example.com --cases 1 --from 2026-01-01 --until 2026-12-31 --count-on never")]
    public async Task WrongUsage_IsSaidSo(string line) => (await CrmRun.RunAsync(_folder.Path, line.Split(' '))).ExitCode.Should().Be(2);

    private async Task PrepareAsync()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await Json("import", "customers", "c.csv");
        await Json("queue", "create", "Support");
        await Json("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Broken");
        await Json("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Lid missing");
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
