using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "CM-13")]
    public async Task Export_OfOneCustomer_GoesToTheTerminalAFileOrAFolder()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email,phone,country\n1,Anna,=Rossi,anna@example.com,+390212345678,IT\n2,Bruno,Verdi,bruno@example.com,,\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", file);
        var printed = await CrmRun.JsonAsync(_folder.Path, "customer", "export", "import:1");
        printed.GetProperty("customer").GetProperty("displayName").GetString().Should().Be("Anna =Rossi");
        printed.GetProperty("tables").GetProperty("contact_points").GetArrayLength().Should().Be(2);
        printed.GetRawText().Should().NotContain("bruno@example.com");

        await CrmRun.JsonAsync(_folder.Path, "customer", "export", "import:1", "--out", _folder.File("anna.json"));
        (await File.ReadAllTextAsync(_folder.File("anna.json"))).Should().Contain("anna@example.com");
        await CrmRun.JsonAsync(_folder.Path, "customer", "export", "import:1", "--format", "csv", "--out", _folder.File("anna"));
        (await File.ReadAllTextAsync(Path.Combine(_folder.File("anna"), "contact_points.csv"))).Should().Contain(",'+390212345678,", "a spreadsheet must not compute it");
        (await File.ReadAllTextAsync(Path.Combine(_folder.File("anna"), "customers.csv"))).Should().Contain(",'=Rossi,");
    }
}
