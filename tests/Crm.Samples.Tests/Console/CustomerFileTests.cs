using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm import customers</c> on the files of other programs, good and bad.</summary>
[Trait("Check", "XC-05")]
public sealed class CustomerFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("bad-header-less-fields.csv", 2, "baz", "TooFewCells")]
    [InlineData("bad-header-more-fields.csv", 2, "4", "TooManyCells")]
    [InlineData("bad-header-no-header.csv", 1, "1", "FileEmpty")]
    [InlineData("bad-header-wrong-header.csv", 1, "foo", "ImportColumnMissing")]
    [InlineData("bad-missing-quote.csv", 2, "bar", "QuoteOpen")]
    [InlineData("bad-quotes-with-unescaped-quote.csv", 2, "bar", "QuoteStray")]
    [InlineData("bad-unescaped-quote.csv", 2, "bar", "QuoteStray")]
    public async Task Customers_BrokenFile_IsRefusedWithRowAndColumnBeforeTheDatabase(string file, int row, string column, string code)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["import", "customers", TestData.Require($"customers/csv/sineemore/csv/{file}"), "--map", "id=foo,organisation=bar", "--json"]);
        run.ExitCode.Should().Be(3);
        var error = run.Json.GetProperty("errors")[0];
        (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString()).Should().Be((row, column, code));
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("sineemore/csv/quotes-with-comma.csv", "Luke, I am your father.")]
    [InlineData("sineemore/csv/quotes-with-escaped-quote.csv", "The \" must be escaped")]
    [InlineData("sineemore/csv/trailing-space.csv", "trailing space")]
    [InlineData("sineemore/csv/simple-crlf.csv", "2")]
    public async Task Customers_GoodFile_IsReadAsWritten(string file, string name)
    {
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", TestData.Require($"customers/csv/{file}"), "--map", "id=foo,organisation=bar");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:1")).GetProperty("displayName").GetString().Should().Be(name);
    }

    [SkippableTheory]
    [InlineData("Ansi.csv", "First")]
    [InlineData("NoHeader.csv", "1")]
    [InlineData("with_emoji.csv", "phone_number")]
    public async Task Customers_FileThatNoLayoutFits_IsRefusedWithTheReason(string file, string column)
    {
        var run = await CrmRun.RunAsync(_folder.Path, ["import", "customers", TestData.Require($"customers/csv/contacts/{file}"), "--json"]);
        run.ExitCode.Should().Be(3);
        var error = run.Json.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString()).Should().Be(("ImportLayoutUnknown", 1, column));
    }

    [SkippableFact]
    public async Task Customers_AnsiFileWithAMap_IsReadAsWesternWindowsText()
    {
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", TestData.Require("customers/csv/contacts/Ansi.csv"), "--map", "givenName=First,familyName=Second");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "list")).GetProperty("items")[0].GetProperty("displayName").GetString().Should().Be("ÄÖÜäöüß€µ ÄÖÜäöüß€µ");
    }

    [SkippableFact]
    public async Task Customers_OfAddressBooks_KeepKindsUsesAndDates()
    {
        var outlook = TestData.Require("customers/csv/contacts/Outlook365.csv");
        var refused = await CrmRun.JsonAsync(_folder.Path, "import", "customers", outlook);
        refused.GetProperty("rejected").EnumerateArray().Select(r => r.GetProperty("column").GetString()).Should().HaveCount(5).And.OnlyContain(c => c == "Business Phone");
        var taken = await CrmRun.JsonAsync(_folder.Path, "import", "customers", outlook, "--country", "US", "--on-duplicate", "create");
        (taken.GetProperty("layout").GetString(), taken.GetProperty("created").GetInt32()).Should().Be(("outlook", 5));
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "Anita@contoso.com")).GetProperty("birthDate").GetString().Should().Be("1981-01-20", "Outlook writes months first");

        var google = await CrmRun.JsonAsync(_folder.Path, "import", "customers", TestData.Require("customers/csv/contacts/Google.csv"), "--leave-out-bad-cells");
        (google.GetProperty("created").GetInt32(), google.GetProperty("leftOut").GetArrayLength()).Should().Be((1, 6));
        var max = await CrmRun.JsonAsync(_folder.Path, "customer", "show", "privat@folker-kinzel.de");
        max.GetProperty("displayName").GetString().Should().Be("Dr. Max Middle Name Mustermann jr.");
        (max.GetProperty("contactPoints").GetArrayLength(), max.GetProperty("addresses").GetArrayLength()).Should().Be((3, 3));
    }

    [Fact]
    public async Task Customers_OwnMapResumedAndRepeated_CountsEveryRowOnce()
    {
        await File.WriteAllTextAsync(_folder.File("map.json"), """{"name":"shop","columns":{"Nr":"id","Vorname":"givenName","Nachname":"familyName","Mail":"email"}}""");
        await File.WriteAllTextAsync(_folder.File("c.csv"), "Nr;Vorname;Nachname;Mail\n1;Anna;Rossi;anna@example.com\n2;Anna;Rossi;anna@example.com\n3;Bo;Ek;\n");
        string[] command = ["import", "customers", "c.csv", "--layout", "map.json"];
        Counts(await CrmRun.JsonAsync(_folder.Path, [.. command, "--dry-run"])).Should().Be((3, 2, 0, 0, 1));
        Counts(await CrmRun.JsonAsync(_folder.Path, [.. command, "--resume"])).Should().Be((3, 2, 0, 0, 1));
        Counts(await CrmRun.JsonAsync(_folder.Path, [.. command, "--resume"])).Should().Be((3, 2, 0, 0, 1), "it is complete");
        Counts(await CrmRun.JsonAsync(_folder.Path, [.. command, "--on-duplicate", "update"])).Should().Be((3, 0, 1, 2, 0));
        foreach (var wrong in new[] { "--on-duplicate guess", "--layout lotus", "--country XX", "--update-by hair", "--map hair=Nr", "--dates week" })
        {
            (await CrmRun.RunAsync(_folder.Path, [.. command, .. wrong.Split(' ')])).ExitCode.Should().Be(2, wrong);
        }
    }

    [SkippableFact]
    public async Task Export_OfAnAddressBook_IsTheCardThatAnotherProgramWrites()
    {
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", TestData.Require("customers/csv/contacts/gmail.csv"), "--leave-out-bad-cells");
        (await CrmRun.JsonAsync(_folder.Path, "export", "customers", "--format", "vcard3", "--out", "c.vcf")).GetProperty("customers").GetInt32().Should().Be(1);
        var card = await File.ReadAllLinesAsync(_folder.File("c.vcf"));
        var theirs = await File.ReadAllLinesAsync(TestData.Require("customers/csv/contacts/gmail.vcf"));
        string[] Values(string[] lines, string property) => [.. lines.Where(l => l.StartsWith(property, StringComparison.Ordinal)).Select(l => l[(l.LastIndexOf(':') + 1)..])];
        foreach (var property in new[] { "VERSION", "FN", "N:", "NICKNAME", "BDAY", "EMAIL" })
        {
            Values(card, property).Should().Equal(Values(theirs, property), property);
        }
    }

    [Fact]
    public async Task Export_ImportedElsewhere_GivesTheSameFile()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName,email,phone,street\n1,'=Anna,\"Ro\"\"ssi, Ltd\",anna@example.com,+39 02 5550 1234,@home\n2,Bo,-Ek,,,\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv");
        await CrmRun.JsonAsync(_folder.Path, "export", "customers", "--out", "one.csv");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "one.csv", "--db", "two.db");
        var again = await CrmRun.StartAsync(_folder.Path, ["export", "customers", "--db", "two.db"]);
        again.Output.Should().Be(await File.ReadAllTextAsync(_folder.File("one.csv"))).And.Contain("'=Anna,\"Ro\"\"ssi, Ltd\"").And.Contain("'+390255501234,'@home").And.Contain("'-Ek");
        (await CrmRun.RunAsync(_folder.Path, ["export", "customers", "--json"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["export", "customers", "--format", "xml"])).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Undo_OfAnImport_TakesItsCustomersBack()
    {
        await File.WriteAllTextAsync(_folder.File("c.csv"), "id,givenName,familyName\n1,Anna,Rossi\n2,Bo,Ek\n");
        var import = (await CrmRun.JsonAsync(_folder.Path, "import", "customers", "c.csv")).GetProperty("id").GetString()!;
        (await CrmRun.JsonAsync(_folder.Path, "import", "list")).GetProperty("items")[0].GetProperty("id").GetString().Should().Be(import);
        (await CrmRun.JsonAsync(_folder.Path, "import", "undo", import, "--dry-run")).GetProperty("removed").GetInt32().Should().Be(2);
        (await CrmRun.JsonAsync(_folder.Path, "import", "undo", import)).GetProperty("removed").GetInt32().Should().Be(2);
        (await CrmRun.JsonAsync(_folder.Path, "customer", "list")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await CrmRun.RunAsync(_folder.Path, ["import", "undo", import])).ExitCode.Should().Be(1);
        (await CrmRun.RunAsync(_folder.Path, ["import", "undo", "x"])).ExitCode.Should().Be(2);
    }

    private static (int Read, int Created, int Updated, int Skipped, int Review) Counts(JsonElement result) => (
        result.GetProperty("read").GetInt32(), result.GetProperty("created").GetInt32(), result.GetProperty("updated").GetInt32(), result.GetProperty("skipped").GetInt32(), result.GetProperty("review").GetInt32());
}
