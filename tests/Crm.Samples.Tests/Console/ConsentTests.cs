using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class ConsentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "CM-12")]
    public async Task Consent_RecordedThenWithdrawn_IsExplainedForEveryInstant()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
        string[] ask = ["consent", "may-contact", "import:1", "--channel", "email"];
        (await CrmRun.JsonAsync(_folder.Path, ask)).GetProperty("reason").GetString().Should().Be("unknownPurpose");
        (await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "marketing"])).GetProperty("reason").GetString().Should().Be("noConsent");
        (await CrmRun.JsonAsync(_folder.Path, "consent", "record", "import:1", "--purpose", "marketing", "--channel", "email", "--at", "2026-01-02", "--proof", "form 1", "--wording", "v1"))
            .GetProperty("status").GetString().Should().Be("granted");
        var granted = await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "marketing"]);
        (granted.GetProperty("mayContact").GetBoolean(), granted.GetProperty("address").GetString()).Should().Be((true, "anna@example.com"));
        await CrmRun.JsonAsync(_folder.Path, "consent", "withdraw", "anna@example.com", "--source", "letter");
        (await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "marketing"])).GetProperty("reason").GetString().Should().Be("withdrawn");
        (await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "marketing", "--at", "2026-01-03"])).GetProperty("mayContact").GetBoolean().Should().BeTrue();
        (await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "marketing", "--at", "2026-01-01"])).GetProperty("reason").GetString().Should().Be("noConsent");
        (await CrmRun.JsonAsync(_folder.Path, [.. ask, "--purpose", "transactional"])).GetProperty("mayContact").GetBoolean().Should().BeTrue();

        (await CrmRun.JsonAsync(_folder.Path, "consent", "show", "import:1")).GetProperty("entries").GetArrayLength().Should().Be(2);
        var shown = (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("consents").EnumerateArray().Single();
        (shown.GetProperty("purpose").GetString(), shown.GetProperty("channel").GetString(), shown.GetProperty("standing").GetString()).Should().Be(("marketing", "email", "withdrawn"));
    }
}
