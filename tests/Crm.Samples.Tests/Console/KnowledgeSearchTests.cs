using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Searching, measuring the search, and stems at the command line.</summary>
public sealed class KnowledgeSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Search_FindsWhatItsReaderMayRead()
    {
        var kettle = await PublishedAsync("Descaling the kettle", "public");
        var boiler = await PublishedAsync("Descaling the boiler", "internal");

        (await SearchAsync("descaling", "--audience", "public")).Should().Equal(kettle);
        (await SearchAsync("descaling")).Should().BeEquivalentTo(kettle, boiler);
        (await SearchAsync("descaling", "--take", "1")).Should().ContainSingle();
        (await SearchAsync("desca", "--typing", "--audience", "public")).Should().Equal(kettle);
        (await SearchAsync("zeppelin")).Should().BeEmpty();
        var typo = await JsonAsync("knowledge", "search", "kettel", "--audience", "public");
        typo.GetProperty("didYouMean").GetString().Should().NotBeNullOrEmpty();
        typo.GetProperty("hits")[0].GetProperty("article").GetString().Should().Be(kettle);
        (await JsonAsync("knowledge", "search", "vinegar", "--audience", "public")).GetProperty("hits")[0].GetProperty("snippetHtml").GetString().Should().Contain("<mark>");
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "search", "kettle", "--audience", "public"])).Output.Should().Contain("Descaling the kettle");
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "search", "kettle", "--take", "0"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "search", "kettle", "--audience", "everybody"])).ExitCode.Should().Be(2);
    }

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Evaluate_MeasuresJudgedQuestions()
    {
        await CollectionAsync();

        var figures = await JsonAsync("knowledge", "evaluate", "--docs", "docs.tsv", "--queries", "queries.tsv", "--qrels", "qrels.tsv", "--language", "en", "--run", "run.tsv");

        (figures.GetProperty("docs").GetInt32(), figures.GetProperty("queries").GetInt32()).Should().Be((3, 2));
        foreach (var figure in new[] { "ndcgAt10", "recallAt100", "mrrAt10" })
        {
            figures.GetProperty(figure).GetDouble().Should().BeApproximately(1, 1e-9, figure);
        }

        figures.GetProperty("indexBytes").GetInt64().Should().BePositive();
        var run = (await File.ReadAllLinesAsync(_folder.File("run.tsv"))).Select(l => l.Split('\t')).ToList();
        run[0].Should().Equal("query", "doc", "rank", "score");
        run.Skip(1).Where(r => r[2] == "1").Select(r => (r[0], r[1])).Should().Equal(("q1", "kettle"), ("q2", "oven"));
        File.Exists(_folder.File("crm.db")).Should().BeFalse("the measurement has a database of its own");
    }

    [Fact]
    public async Task Evaluate_InADatabaseWithItems_IsRefused()
    {
        await CollectionAsync();
        await JsonAsync("knowledge", "write", "--title", "Mine");

        var run = await EvaluateAsync("--db", _folder.File("crm.db"));

        (run.ExitCode, Error(run, "code")).Should().Be((1, "KnowledgeNotEmpty"));
    }

    [Theory]
    [InlineData("docs.tsv", "id\ttitle\tbody\na\tA\tText\na\tB\tText", "IdRepeated", 3, "id")]
    [InlineData("docs.tsv", "id\ttitle\tbody\na\t\t", "CellEmpty", 2, "body")]
    [InlineData("docs.tsv", "id\ttitle\tbody\na", "TooFewCells", 2, "title")]
    [InlineData("queries.tsv", "id\ttext\nq1", "TooFewCells", 2, "text")]
    [InlineData("qrels.tsv", "query\tdoc\trel\nq1\tkettle\tvery", "NumberInvalid", 2, "rel")]
    [InlineData("qrels.tsv", "", "FileEmpty", null, null)]
    [InlineData("qrels.tsv", "query\tdoc\trel\nq9\tkettle\t1", "NothingJudged", null, null)]
    public async Task Evaluate_OfABadFile_NamesThePlace(string file, string text, string code, int? row, string? column)
    {
        await CollectionAsync();
        await File.WriteAllTextAsync(_folder.File(file), text);

        var run = await EvaluateAsync();

        run.ExitCode.Should().Be(3, run.Errors);
        Error(run, "code").Should().Be(code);
        Error(run, "file").Should().EndWith(file);
        Error(run, "row").Should().Be(row?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Error(run, "column").Should().Be(column);
    }

    [Fact]
    public async Task Stem_GivesTheStemOfEachLine()
    {
        await File.WriteAllTextAsync(_folder.File("words.txt"), "running\nkettles\n");
        (await JsonAsync("knowledge", "stem", "en", "words.txt")).GetProperty("stems").EnumerateArray().Select(s => s.GetString()).Should().Equal("run", "kettl");
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "stem", "en", "words.txt"])).Output.Should().Be("run" + Environment.NewLine + "kettl" + Environment.NewLine);
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "stem", "tlh", "words.txt"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "stem", "en", "nothing.txt"])).ExitCode.Should().Be(3);
        File.Exists(_folder.File("crm.db")).Should().BeFalse("stems need no database");
    }

    private async Task CollectionAsync()
    {
        await File.WriteAllTextAsync(_folder.File("docs.tsv"), "id\ttitle\tbody\nkettle\tThe kettle stays cold\tDescale it with vinegar.\noven\tThe oven smells\tClean its walls.\nlamp\tThe lamp flickers\tTighten the bulb.\n");
        await File.WriteAllTextAsync(_folder.File("queries.tsv"), "id\ttext\nq1\tcold kettle\nq2\tsmelling oven\nq3\tnobody judged this\n");
        await File.WriteAllTextAsync(_folder.File("qrels.tsv"), "query\tdoc\trel\nq1\tkettle\t1\nq2\toven\t1\n");
    }

    private async Task<string> PublishedAsync(string title, string audience)
    {
        var id = (await JsonAsync("knowledge", "write", "--title", title, "--body", "Use vinegar.", "--audience", audience)).GetProperty("id").GetString()!;
        await JsonAsync("knowledge", "publish", id);
        return id;
    }

    private async Task<List<string?>> SearchAsync(params string[] args) =>
        [.. (await JsonAsync(["knowledge", "search", .. args])).GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("article").GetString())];

    private Task<CrmRun> EvaluateAsync(params string[] more) => CrmRun.RunAsync(
        _folder.Path, ["knowledge", "evaluate", "--docs", "docs.tsv", "--queries", "queries.tsv", "--qrels", "qrels.tsv", "--language", "en", "--json", .. more]);

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private static string? Error(CrmRun run, string member) =>
        run.Json.GetProperty("errors")[0].TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
