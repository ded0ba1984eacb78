using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Published sets with known truth, with the rules as they ship, and the edges of the command.</summary>
public sealed class DuplicatesTests : IDisposable
{
    private const string FebrlColumns = "id=rec_id,givenName=given_name,familyName=surname,streetNumber=street_number,street=address_1,street2=address_2," +
        "postcode=postcode,region=state,birthDate=date_of_birth,nationalId=soc_sec_id";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Christen, "Febrl", 2008: sets with up to one and up to five duplicates of a record.
    [SkippableTheory]
    [Trait("Check", "CM-06")]
    [InlineData("febrl1", 500, .995)]
    [InlineData("febrl3", 6538, .98)]
    public async Task Duplicates_OfFebrl_AreFound(string set, int truth, double goal)
    {
        var found = await FindAsync(TestData.Require($"customers/dedupe/{set}.csv"), "--map", FebrlColumns, "--truth", @"rec_id:rec-(\d+)-");
        Check(found, truth, goal);
    }

    // Sariyar and Borg, "The RecordLinkage Package", 2010: 50 duplicates among 500 records of names and dates of birth.
    [SkippableFact]
    [Trait("Check", "CM-06")]
    public async Task Duplicates_OfGermanNames_AreFound()
    {
        var file = TestData.Require("customers/dedupe/rldata500.csv");
        var found = await FindAsync(
            file, "--map", "id=,givenName=fname_c1,middleName=fname_c2,familyName=lname_c1,birthYear=by,birthMonth=bm,birthDay=bd", "--truth", "ent_id");
        Check(found, 50, .99);
        found.GetProperty("pairs").EnumerateArray().SelectMany(p => p.GetProperty("reasons").EnumerateArray()).Select(r => r.GetProperty("field").GetString())
            .Distinct().Should().NotContain("ent_id");
    }

    [SkippableFact]
    [Trait("Check", "CM-06")]
    public async Task Duplicates_OfTwoRestaurantGuides_AreFound()
    {
        var (fodors, zagats) = (TestData.Require("customers/dedupe/fodors.csv"), TestData.Require("customers/dedupe/zagats.csv"));
        var found = await FindAsync(
            fodors, "--against", zagats, "--map", "organisation=name,street=addr", "--truth-pairs", TestData.Require("customers/dedupe/matches_fodors_zagats.csv"));
        found.GetProperty("records").GetInt32().Should().Be(533 + 331);
        Check(found, 112, .97);
    }

    [Fact]
    public async Task Truth_OfNothingFound_HasPrecisionOneAndNoOtherRatios()
    {
        var file = File("people.csv", "id,givenName,familyName,customer\n1,Ada,Byron,a\n2,Alan,Turing,b\n");
        var evaluation = (await FindAsync(file, "--truth", "customer")).GetProperty("evaluation").GetProperty("all");
        evaluation.GetProperty("precision").GetDouble().Should().Be(1);
        evaluation.GetProperty("recall").ValueKind.Should().Be(JsonValueKind.Null);
        evaluation.GetProperty("f1").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Records_WithImpossibleDatesAndForeignColumns_AreRead()
    {
        var file = File("people.csv", "id ; givenName;familyName;birthDate;shoe size\nx;Ada;Byron-Lovelace;18151399;36\ny;Ada;Byron-Lovelace;18151399;\n");
        var pair = (await FindAsync(file)).GetProperty("pairs").EnumerateArray().Should().ContainSingle().Subject;
        (pair.GetProperty("left").GetString(), pair.GetProperty("right").GetString()).Should().Be(("x", "y"));
        pair.GetProperty("reasons").EnumerateArray().Select(r => (r.GetProperty("field").GetString(), r.GetProperty("level").GetString()))
            .Should().Contain(("birthDate", "exact")).And.HaveCount(3);
        Directory.GetFiles(_folder.Path, "*.db").Should().BeEmpty("the command only computes");
    }

    [Fact]
    public async Task Truth_InAComparedColumn_IsNotCompared()
    {
        var file = File("people.csv", "id,givenName,familyName,email\n1,Ada,Byron,a@example.org\n2,Ada,Byron,a@example.org\n3,Ada,Byron,b@example.org\n");
        var found = await FindAsync(file, "--truth", "email:^(.)", "--review", "0");
        found.GetProperty("pairs").EnumerateArray().SelectMany(p => p.GetProperty("reasons").EnumerateArray()).Select(r => r.GetProperty("field").GetString())
            .Should().NotContain("email");
        found.GetProperty("evaluation").GetProperty("truePairs").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Rules_FromAFile_CountAndArePrinted()
    {
        var file = File("people.csv", "id,givenName,familyName,email\n1,Ada,Byron,a@example.org\n2,Ada,Byron,a@example.org\n");
        var rules = File("rules.json", """{ "review": 1, "auto": 1 }""");
        (await FindAsync(file, "--rules", rules)).GetProperty("pairs").GetArrayLength().Should().Be(0);
        (await FindAsync(file, "--rules", rules, "--review", "0.1")).GetProperty("pairs").GetArrayLength().Should().Be(1);
        var printed = await CrmRun.RunAsync(_folder.Path, ["duplicates", "--rules", rules, "--print-rules"]);
        JsonDocument.Parse(printed.Output).RootElement.GetProperty("auto").GetDouble().Should().Be(1);
    }

    [Theory]
    [InlineData(2, "WrongUsage", "--review", "2")]
    [InlineData(2, "WrongUsage", "--review", "0.9", "--auto", "0.5")]
    [InlineData(2, "WrongUsage", "--truth", "id:(", "--json")]
    [InlineData(3, "ColumnMissing", "--map", "email=mail")]
    [InlineData(3, "ColumnMissing", "--truth", "customer")]
    [InlineData(3, "FileMissing", "--against", "none.csv")]
    [InlineData(3, "TruthMissing", "--truth", "id:(x+)")]
    [InlineData(3, "DuplicateRuleUnknown", "--rules", "wrong.json")]
    [InlineData(3, "TruthMissing", "--truth-pairs", "strangers.csv")]
    [InlineData(3, "RowInvalid", "--truth-pairs", "half.csv")]
    public async Task WrongOptions_AreSaidWithACode(int status, string code, params string[] options)
    {
        var file = File("people.csv", "id,givenName\n1,Ada\n2,Alan\n");
        File("wrong.json", """{ "splendid": true }""");
        File("strangers.csv", "left,right\n8,9\n");
        File("half.csv", "left,right\n1,\n");
        var run = await CrmRun.RunAsync(_folder.Path, ["duplicates", file, .. options]);
        run.ExitCode.Should().Be(status, run.Errors);
        run.Errors.Should().Contain($"[{code}]").And.NotContain("   at ");
    }

    private static void Check(JsonElement found, int truth, double goal)
    {
        var evaluation = found.GetProperty("evaluation");
        evaluation.GetProperty("truePairs").GetInt32().Should().Be(truth);
        evaluation.GetProperty("all").GetProperty("f1").GetDouble().Should().BeGreaterThanOrEqualTo(goal);
        evaluation.GetProperty("auto").GetProperty("precision").GetDouble().Should().BeGreaterThanOrEqualTo(.999);
        evaluation.GetProperty("auto").GetProperty("recall").GetDouble().Should().BeGreaterThan(.8);
        var records = found.GetProperty("records").GetInt64();
        found.GetProperty("comparisons").GetInt64().Should().BeLessThan(records * 20, "of {0} pairs", records * (records - 1) / 2);
    }

    private Task<JsonElement> FindAsync(string file, params string[] options) => CrmRun.JsonAsync(_folder.Path, ["duplicates", file, .. options]);

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
