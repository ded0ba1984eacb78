using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>From an import through a scan to a decision, at the command line.</summary>
[Trait("Check", "CM-07")]
public sealed class CustomerDuplicatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ScanListAndDismiss_OfImportedCustomers_Work()
    {
        var file = Path.Combine(_folder.Path, "customers.csv");
        await File.WriteAllTextAsync(file, """
            id,givenName,familyName,email,phone,country
            1,Anna,Rossi,anna@example.org,02 1234 5678,IT
            2,Ana,Rossi,anna@example.org,02 1234 5678,IT
            3,Otto,Graf,otto@example.org,030 9018 20,DE
            """);
        await RunAsync("import", "customers", file);

        var found = await RunAsync("customer", "find", "--given-name", "Anna", "--family-name", "Rossi", "--email", "anna@example.org");
        found.GetProperty("candidates").GetArrayLength().Should().Be(2);

        var scan = await RunAsync("customer", "duplicates", "scan");
        (scan.GetProperty("customers").GetInt32(), scan.GetProperty("pairs").GetInt32()).Should().Be((3, 1));
        var pair = (await RunAsync("customer", "duplicates", "list")).GetProperty("items").EnumerateArray().Should().ContainSingle().Subject;
        pair.GetProperty("status").GetString().Should().Be("open");

        await RunAsync("customer", "duplicates", "dismiss", pair.GetProperty("id").GetString()!);
        (await RunAsync("customer", "duplicates", "list")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await RunAsync("customer", "duplicates", "list", "--status", "not-duplicate")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await RunAsync("customer", "duplicates", "scan")).GetProperty("pairs").GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData(2, "WrongUsage", "customer find")]
    [InlineData(2, "WrongUsage", "customer find x --email a@example.org")]
    [InlineData(2, "WrongUsage", "customer find --email nonsense")]
    [InlineData(2, "WrongUsage", "customer duplicates list --status lost")]
    [InlineData(1, "DuplicatePairNotFound", "customer duplicates dismiss 42")]
    public async Task WrongOptions_AreSaidWithACode(int status, string code, string line)
    {
        var run = await CrmRun.RunAsync(_folder.Path, line.Split(' '));
        run.ExitCode.Should().Be(status, run.Errors);
        run.Errors.Should().Contain($"[{code}]").And.NotContain("   at ");
    }

    private Task<System.Text.Json.JsonElement> RunAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
