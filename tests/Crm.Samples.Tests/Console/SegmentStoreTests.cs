using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Segments at the command line: made, previewed, refreshed, listed, explained.</summary>
public sealed class SegmentStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "EM-01")]
    [Trait("Check", "EM-02")]
    public async Task Segments_FromCriteriaToMembersAndHistory()
    {
        await DoAsync("import", "customers", await FileAsync("customers.csv", "id,givenName,familyName,city\n1,Anna,Rossi,Milano\n2,Bruno,Verdi,ROMA\n3,Carla,Neri,Roma\n"));
        await DoAsync("import", "purchases", await FileAsync("purchases.csv", "customer,date,amount,product\n1,2026-05-01,600,kettle\n2,2026-05-01,600,kettle\n2,2026-05-02,20,toaster\n"));
        var criteria = await FileAsync("buyers.json", """{"all":[{"field":"purchases.product","operator":"equals","value":"kettle"},{"field":"purchases.product","operator":"notEquals","value":"toaster"}]}""");
        (await DoAsync("segment", "preview", criteria)).GetProperty("members").GetInt32().Should().Be(1);
        var made = await DoAsync("segment", "create", "kettles", "--name", "Kettle without toaster", "--criteria", criteria);
        (made.GetProperty("version").GetInt32(), made.GetProperty("contradictions").GetArrayLength()).Should().Be((1, 0));
        await DoAsync("segment", "create", "guests");
        await DoAsync("segment", "create", "rest", "--criteria", await FileAsync("rest.json", """{"field":"segments.key","operator":"notIn","value":["kettles","guests"]}"""));
        (await DoAsync("segment", "add", "guests", "import:3", "--note", "met at the fair")).GetProperty("added").GetInt32().Should().Be(1);
        Counts(await DoAsync("segment", "refresh")).Should().Equal(("kettles", "rebuild", 1, 0), ("rest", "rebuild", 1, 0));
        (await NamesAsync("kettles")).Should().Equal("Anna Rossi");
        (await NamesAsync("rest")).Should().Equal("Bruno Verdi");
        (await NamesAsync("guests")).Should().Equal("Carla Neri");

        await DoAsync("import", "purchases", await FileAsync("more.csv", "customer,date,amount,product\n1,2026-05-03,20,toaster\n"));
        await DoAsync("segment", "remove", "guests", "import:3", "--note", "moved away");
        var update = await DoAsync("segment", "refresh");
        Counts(update).Should().Equal(("kettles", "update", 0, 1), ("rest", "update", 2, 0));
        Counts(await DoAsync("segment", "refresh", "--full")).Should().OnlyContain(c => c.Entered == 0 && c.Left == 0);
        var stay = (await DoAsync("segment", "history", "import:3")).GetProperty("items").EnumerateArray().Single(s => s.GetProperty("segment").GetString() == "guests");
        (stay.GetProperty("enteredNote").GetString(), stay.GetProperty("leftNote").GetString(), stay.GetProperty("leftBecause").GetString()).Should().Be(("met at the fair", "moved away", "hand"));
        (await DoAsync("customer", "show", "import:1")).GetProperty("segments").EnumerateArray().Select(s => s.GetProperty("segment").GetString()).Should().Equal("rest");
        (await DoAsync("segment", "runs", "kettles")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("version").GetInt32()).Should().OnlyContain(v => v == 1);
        var shown = await DoAsync("segment", "show", "kettles");
        shown.GetProperty("versions")[0].GetProperty("criteria").GetProperty("all").GetArrayLength().Should().Be(2);
        (await DoAsync("segment", "list")).GetProperty("segments").EnumerateArray().Select(s => (s.GetProperty("key").GetString(), s.GetProperty("members").GetInt32())).Should().Equal(("guests", 0), ("kettles", 0), ("rest", 3));
    }

    [Fact]
    public async Task BadInput_EndsWithItsCode()
    {
        await DoAsync("segment", "create", "guests");
        var itself = await FileAsync("itself.json", """{"field":"segments.key","operator":"equals","value":"self"}""");
        await RefusedAsync(1, "SegmentNamesItself", "segment", "create", "self", "--criteria", itself);
        await RefusedAsync(1, "CriteriaFieldUnknown", "segment", "preview", await FileAsync("unknown.json", """{"field":"shoe","operator":"equals","value":1}"""));
        await RefusedAsync(3, "CriteriaMalformed", "segment", "preview", await FileAsync("broken.json", "{"));
        await RefusedAsync(1, "SegmentNotFound", "segment", "show", "nobody");
        await RefusedAsync(1, "SegmentAlreadyDefined", "segment", "create", "guests");
        await RefusedAsync(1, "SegmentIsStatic", "segment", "refresh", "guests");
        var never = await DoAsync("segment", "create", "never", "--criteria", await FileAsync("never.json", """{"all":[{"field":"kind","operator":"equals","value":"person"},{"field":"kind","operator":"equals","value":"organisation"}]}"""));
        never.GetProperty("contradictions").GetArrayLength().Should().Be(2);
    }

    private static IEnumerable<(string? Key, string? Mode, int Entered, int Left)> Counts(JsonElement refreshed) => refreshed.GetProperty("segments").EnumerateArray()
        .Select(s => (s.GetProperty("key").GetString(), s.GetProperty("mode").GetString(), s.GetProperty("entered").GetInt32(), s.GetProperty("left").GetInt32()));

    private async Task RefusedAsync(int status, string code, params string[] command)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. command, "--json"]);
        (run.ExitCode, run.Json.GetProperty("errors")[0].GetProperty("code").GetString()).Should().Be((status, code));
    }

    private Task<JsonElement> DoAsync(params string[] command) => CrmRun.JsonAsync(_folder.Path, command);

    private async Task<IEnumerable<string?>> NamesAsync(string key) =>
        (await DoAsync("segment", "members", key)).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("name").GetString()).ToList();

    private async Task<string> FileAsync(string name, string text)
    {
        var file = _folder.File(name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
