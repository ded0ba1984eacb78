using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class ImportTests : IDisposable
{
    private static readonly string s_customers = RepositoryRoot.Combine("samples/data/customers.csv");
    private static readonly string s_purchases = RepositoryRoot.Combine("samples/data/purchases.csv");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Customers_DryRunThenTwice_AreCreatedOnce()
    {
        Counts(await CrmRun.JsonAsync(_folder.Path, "import", "customers", s_customers, "--dry-run")).Should().Be((393, 393, 0, 0));
        Counts(await CrmRun.JsonAsync(_folder.Path, "import", "customers", s_customers)).Should().Be((393, 393, 0, 0));
        Counts(await CrmRun.JsonAsync(_folder.Path, "import", "customers", s_customers)).Should().Be((393, 0, 393, 0));
        var shown = await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:02389");
        shown.GetProperty("displayName").GetString().Should().Be("Grace Nakamura");
    }

    [Fact]
    public async Task Purchases_Twice_ChangeNothing()
    {
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", s_customers);
        var first = await CrmRun.JsonAsync(_folder.Path, "import", "purchases", s_purchases, "--currency", "USD");
        (first.GetProperty("orders").GetInt32(), first.GetProperty("customersCreated").GetInt32()).Should().Be((6919, 2357 - 393));
        var before = await AnswersAsync();
        var second = await CrmRun.JsonAsync(_folder.Path, "import", "purchases", s_purchases, "--currency", "USD");
        (second.GetProperty("orders").GetInt32(), second.GetProperty("skipped").GetInt32(), second.GetProperty("customersCreated").GetInt32()).Should().Be((0, 6919, 0));
        (await AnswersAsync()).Should().Equal(before);

        var fit = await CrmRun.JsonAsync(_folder.Path, "analyze", "lifetime", "--calibration-end", "1997-09-30", "--top", "1");
        fit.GetProperty("logLikelihood").GetDouble().Should().BeApproximately(-9582.4292, 1e-4, "the database gives what the file gives");
    }

    [Fact]
    public async Task Customers_RowsThatSayNothingUsable_AreNamedAndTheOthersImported()
    {
        await File.WriteAllTextAsync(
            _folder.File("c.csv"),
            """
            id,givenName,familyName,organisation,email,phone,country,language
            1,Anna,Rossi,,anna@example.com,02 5550 1234,IT,it
            2,Bea,,,no address,,,
            3,Carl,,,,12,SE,
            4,,,,,,,
            5,,,Höst & Co,,,XX,
            ,Eve,,,,,,
            1,Anna,Again,,,,,
            6,,,株式会社,office@example.org,,JP,ja
            """);
        var result = await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv");
        Counts(result).Should().Be((8, 2, 1, 5));
        result.GetProperty("rejected").EnumerateArray().Select(r => (r.GetProperty("row").GetInt32(), r.GetProperty("column").GetString(), r.GetProperty("code").GetString()))
            .Should().Equal((3, "email", "InvalidValue"), (4, "phone", "InvalidValue"), (5, "name", "CustomerNameMissing"), (6, "country", "InvalidValue"), (7, "id", "CellEmpty"));
        foreach (var key in new[] { "anna@EXAMPLE.com", "+39 02 5550-1234", "anna rossi" })
        {
            (await CrmRun.JsonAsync(_folder.Path, "customer", "show", key)).GetProperty("displayName").GetString().Should().Be("Anna Rossi");
        }
    }

    [Fact]
    public async Task Show_KeyOfSeveral_IsRefusedWithTheirNames()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName\n1,Anna,Rossi\n2,Anna,Bianchi\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv");
        var run = await CrmRun.RunAsync(_folder.Path, ["customer", "show", "Anna"]);
        run.ExitCode.Should().Be(1);
        run.Errors.Should().Contain("CustomerAmbiguous").And.Contain("Anna Rossi").And.Contain("Anna Bianchi");
    }

    [Fact]
    [Trait("Check", "XC-02")]
    public async Task History_OfAnImportedCustomer_SaysEveryFieldAndWhatItWas()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv");
        var history = await CrmRun.JsonAsync(_folder.Path, "customer", "history", "import:1", "--field", "ContactPoint.Value");
        var change = history.GetProperty("items").EnumerateArray().Single().GetProperty("changes").EnumerateArray().Single();
        (change.GetProperty("part").GetString(), change.GetProperty("after").GetString()).Should().Be(("ContactPoint", "anna@example.com"));
        var now = history.GetProperty("items")[0].GetProperty("at").GetString()!;
        var state = await CrmRun.JsonAsync(_folder.Path, "customer", "history", "import:1", "--as-of", now);
        state.GetProperty("fields").GetProperty("Name.Family").GetString().Should().Be("Rossi");
        var early = await CrmRun.RunAsync(_folder.Path, ["customer", "history", "import:1", "--as-of", "1999-01-01"]);
        (early.ExitCode, early.Errors).Should().Match(((int ExitCode, string Errors) r) => r.ExitCode == 1 && r.Errors.Contains("RecordNotFoundAt"));
        (await CrmRun.RunAsync(_folder.Path, ["customer", "history", "import:1", "--as-of", "soon"])).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Show_HostileName_ReachesNoTerminal()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,organisation\n1,\"[red]Acme[/] =1+1 \u202Etxt\"\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv");
        var run = await CrmRun.RunAsync(_folder.Path, ["customer", "show", "import:1"]);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Output.Should().Contain("[red]Acme[/] =1+1").And.NotContain("\u202E").And.NotContain("\u001B");
    }

    private static (int Read, int Created, int Skipped, int Rejected) Counts(JsonElement result) => (
        result.GetProperty("read").GetInt32(), result.GetProperty("created").GetInt32(), result.GetProperty("skipped").GetInt32(), result.GetProperty("rejected").GetArrayLength());

    private async Task<string[]> AnswersAsync() =>
    [
        (await CrmRun.JsonAsync(_folder.Path, "customer", "list", "--take", "1000")).GetRawText(),
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "02389", "--take", "100")).GetRawText(),
    ];
}
