using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Criteria at the command line: on a file of records, and on the customers of a database.</summary>
[Trait("Check", "XC-01")]
public sealed class SegmentTests : IDisposable
{
    private const string Spenders = """{"field":"purchases.sum","operator":"greaterThan","value":500,"days":90}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Evaluate_File_SaysMembersAndWhyWithoutADatabase()
    {
        var run = await EvaluateAsync($$$"""
            {"asOf":"2026-06-01","zone":"Europe/Rome","customFields":[{"key":"tier","type":"choice"}],
             "criteria":{"all":[{{{Spenders}}},{"not":{"field":"custom:tier","operator":"equals","value":"tin"}}]},
             "customers":[{"id":"a","custom:tier":"gold"},{"id":"b","custom:tier":"tin"},{"id":"c"}],
             "facts":[{"customer":"a","kind":"purchase","at":"2026-03-03","product":"A","amount":501},{"customer":"b","kind":"purchase","at":"2026-05-01T10:00:00Z","amount":900},
                      {"customer":"c","kind":"purchase","at":"2026-03-02","amount":900},{"customer":"c","kind":"purchase","at":"2026-06-02","amount":900}]}
            """);
        run.ExitCode.Should().Be(0, run.Errors);
        run.Json.GetProperty("members").EnumerateArray().Select(m => m.GetString()).Should().Equal("a");
        var b = run.Json.GetProperty("explain").GetProperty("b");
        b.GetProperty("holds").GetBoolean().Should().BeFalse();
        b.GetProperty("conditions").EnumerateArray().Select(c => (c.GetProperty("path").GetString(), c.GetProperty("holds").GetBoolean())).Should().Equal(("$.all[0]", true), ("$.all[1].not", true));
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().Equal("segment.json");
    }

    [Theory]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"field":"shoe","operator":"equals","value":1},"customers":[]}""", 1, "CriteriaFieldUnknown", "$.field")]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"all":[{"field":"name","operator":"greaterThan","value":"x"}]},"customers":[]}""", 1, "CriteriaOperatorNotAllowed", "$.all[0].operator")]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"every":[]},"customers":[]}""", 1, "CriteriaMalformed", "$")]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"all":[]},"customers":[{"id":"a","shoe":1}]}""", 3, "CriteriaFieldUnknown", "$.customers[0].shoe")]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"all":[]},"customers":[],"facts":[{"customer":"x","kind":"purchase","at":"2026-01-01"}]}""", 3, "CriteriaMalformed", "$.facts[0].customer")]
    [InlineData("""{"asOf":"now","criteria":{"all":[]},"customers":[]}""", 3, "FileUnusable", "$.asOf")]
    [InlineData("""{"asOf":"2026-06-01","zone":"Mars","criteria":{"all":[]}}""", 3, "FileUnusable", "$.zone")]
    [InlineData("""{"asOf":"2026-06-01","customers":[]}""", 3, "FileUnusable", "$.criteria")]
    [InlineData("""{"asOf":"2026-06-01","criteria":{"all":[]},"customFields":[{"key":"x","type":"colour"}]}""", 3, "FileUnusable", "$.customFields[0]")]
    [InlineData("""{"as of":1}""", 3, "FileUnusable", "$.as of")]
    [InlineData("[", 3, "FileUnusable", "$")]
    public async Task Evaluate_BadFile_IsRefusedWithCodeAndPath(string json, int status, string code, string path)
    {
        var run = await EvaluateAsync(json);
        run.ExitCode.Should().Be(status, run.Errors);
        var error = run.Json.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("target").GetString()).Should().Be((code, path));
        run.Errors.Should().Contain(code).And.NotContain("   at ");
    }

    [Fact]
    public async Task CustomerList_ByCriteria_FiltersByCustomFieldsAndWhatTheyBought()
    {
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", await FileAsync("customers.csv", "id,givenName,familyName,city\n1,Anna,Rossi,Milano\n2,Bruno,Verdi,ROMA\n3,Carla,Neri,Roma\n"));
        await CrmRun.JsonAsync(_folder.Path, "import", "purchases", await FileAsync("purchases.csv", "customer,date,amount\n2,2026-05-01,600\n3,2026-01-01,600\n"));
        await CrmRun.JsonAsync(_folder.Path, "field", "define", "tier", "choice", "--choices", "gold,tin", "--label", "Tier");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "set", "import:2", "tier", "gold")).GetProperty("value").GetString().Should().Be("gold");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "show", "import:2")).GetProperty("customFields").GetProperty("tier")[0].GetString().Should().Be("gold");
        (await CrmRun.RunAsync(_folder.Path, ["customer", "set", "import:2", "tier", "lead"])).Errors.Should().Contain("CustomFieldChoiceUnknown");

        var criteria = await FileAsync("criteria.json", $$"""{"any":[{"field":"custom:tier","operator":"equals","value":"gold"},{"all":[{{Spenders}},{"field":"city","operator":"equals","value":"roma"}]}]}""");
        (await NamesAsync("--criteria", criteria, "--as-of", "2026-06-01")).Should().Equal("Bruno Verdi");
        (await NamesAsync("--criteria", criteria, "--as-of", "2026-02-01")).Should().BeEquivalentTo("Bruno Verdi", "Carla Neri");
        (await CrmRun.JsonAsync(_folder.Path, "customer", "set", "import:2", "tier")).GetProperty("value").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        (await CrmRun.JsonAsync(_folder.Path, "field", "archive", "tier")).GetProperty("fields")[0].GetProperty("isArchived").GetBoolean().Should().BeTrue();
        (await CrmRun.JsonAsync(_folder.Path, "field", "list")).GetProperty("fields").GetArrayLength().Should().Be(0);

        var unknown = await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--json", "--criteria", await FileAsync("bad.json", """{"field":"custom:none","operator":"equals","value":1}""")]);
        (unknown.ExitCode, unknown.Json.GetProperty("errors")[0].GetProperty("target").GetString()).Should().Be((1, "$.field"));
        (await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--criteria", await FileAsync("worse.json", "{")])).ExitCode.Should().Be(3);
        (await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--criteria", criteria, "--text", "x"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["customer", "list", "--as-of", "2026-06-01"])).ExitCode.Should().Be(2);
    }

    private async Task<CrmRun> EvaluateAsync(string json) => await CrmRun.RunAsync(_folder.Path, ["segment", "evaluate", await FileAsync("segment.json", json), "--json"]);

    private async Task<IEnumerable<string?>> NamesAsync(params string[] options) =>
        (await CrmRun.JsonAsync(_folder.Path, ["customer", "list", .. options])).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("displayName").GetString()).ToList();

    private async Task<string> FileAsync(string name, string text)
    {
        var file = _folder.File(name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
