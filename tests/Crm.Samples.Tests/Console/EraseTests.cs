using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class EraseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "CM-13")]
    public async Task Erase_DryThenDone_LeavesNothingInTheFileAndKeepsTheAddressAway()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Qyxanna,Qyxrossi,qyx@example.com\n2,Bruno,Verdi,bruno@example.com\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
        var id = (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("id").GetString()!;
        var dry = await CrmRun.JsonAsync(_folder.Path, "customer", "erase", "import:1", "--dry-run");
        (dry.GetProperty("erasedAt").ValueKind, dry.GetProperty("suppressedAddresses").GetInt32()).Should().Be((System.Text.Json.JsonValueKind.Null, 1));
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", id)).GetProperty("displayName").GetString().Should().Be("Qyxanna Qyxrossi");

        var done = await CrmRun.JsonAsync(_folder.Path, "customer", "erase", "import:1", "--purge");
        done.GetProperty("purged").GetBoolean().Should().BeTrue();
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", id)).GetProperty("displayName").GetString().Should().Be("Erased customer");
        foreach (var stored in Directory.GetFiles(_folder.Path, "crm.db*"))
        {
            (await File.ReadAllTextAsync(stored, System.Text.Encoding.Latin1)).Should().NotContainEquivalentOf("qyx", stored);
        }

        (await CrmRun.JsonAsync(_folder.Path, "consent", "may-contact", id, "--purpose", "transactional", "--channel", "email")).GetProperty("reason").GetString().Should().Be("erased");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
        (await CrmRun.JsonAsync(_folder.Path, "consent", "may-contact", "qyx@example.com", "--purpose", "transactional", "--channel", "email")).GetProperty("reason").GetString().Should().Be("addressSuppressed");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:2")).GetProperty("displayName").GetString().Should().Be("Bruno Verdi");
    }
}
