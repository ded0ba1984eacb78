using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class MergeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Merge_DryThenDoneThenUndone_IsPrintedAndReadable()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n2,Annamaria,Rossi,work@example.com\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
        var dry = await CrmRun.JsonAsync(_folder.Path, "customer", "merge", "import:1", "import:2", "--rule", "name=longest", "--dry-run");
        dry.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "name").GetProperty("value").GetString().Should().Be("Annamaria Rossi");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("displayName").GetString().Should().Be("Anna Rossi");

        var done = await CrmRun.JsonAsync(_folder.Path, "customer", "merge", "import:1", "import:2", "--rule", "name=longest");
        var absorbed = done.GetProperty("absorbed").GetProperty("id").GetString()!;
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", absorbed)).GetProperty("displayName").GetString().Should().Be("Annamaria Rossi");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:2")).GetProperty("id").GetString().Should().Be(done.GetProperty("survivor").GetProperty("id").GetString());

        var restored = await CrmRun.JsonAsync(_folder.Path, "customer", "unmerge", done.GetProperty("merge").GetString()!);
        restored.GetProperty("restored").GetProperty("id").GetString().Should().Be(absorbed);
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("displayName").GetString().Should().Be("Anna Rossi");
    }
}
