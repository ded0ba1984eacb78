using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>What readers do, cases with articles, and what both say, at the command line.</summary>
public sealed class KnowledgeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Vote_IsOneOfEachReader_AndChanges()
    {
        var article = await ArticleAsync();
        Votes(await JsonAsync("knowledge", "vote", article, "helpful", "--guest", "one")).Should().Be(("helpful", 1, 0));
        Votes(await JsonAsync("knowledge", "vote", article, "helpful", "--guest", "two")).Should().Be(("helpful", 2, 0));
        Votes(await JsonAsync("knowledge", "vote", article, "unhelpful", "--guest", "one")).Should().Be(("unhelpful", 1, 1));
        Votes(await JsonAsync("knowledge", "vote", article, "--guest", "one")).Should().Be(("unhelpful", 1, 1));
        Votes(await JsonAsync("knowledge", "vote", article, "--withdraw", "--guest", "one")).Should().Be((null, 1, 0));
        await RefusedAsync("KnowledgeVoteNotFound", "knowledge", "vote", article, "--withdraw", "--guest", "one");
        await RefusedAsync("KnowledgeItemNotFound", "knowledge", "vote", "nothing", "helpful", "--guest", "one");
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "vote", article, "perhaps", "--guest", "one"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "vote", article, "helpful", "--guest", "one", "--customer", "import:1"])).ExitCode.Should().Be(2);
        File.Exists(Path.Combine(_folder.Path, "crm.db.key")).Should().BeTrue("readers are hashed under a secret of its own");
        (await JsonAsync("knowledge", "forget", "--guest", "two")).GetProperty("removed").GetInt32().Should().Be(1);
        Votes(await JsonAsync("knowledge", "vote", article, "--guest", "two")).Should().Be((null, 0, 0));
    }

    [Fact]
    [Trait("Check", "KB-08")]
    public async Task Case_IsAnsweredByArticles_AndBecomesOne()
    {
        var article = await ArticleAsync();
        var number = Text(await JsonAsync("case", "open", "import:1", "The player says NO DISC in the cold", "--text", "Dear all, it says NO DISC.", "--viewed", article), "number");
        (await JsonAsync("case", "suggest", number)).GetProperty("hits").EnumerateArray().Select(h => Text(h, "article")).Should().Contain(article);
        (await JsonAsync("case", "link-article", number, article)).GetProperty("reused").GetInt32().Should().Be(1);
        (await JsonAsync("case", "link-article", number, article, "--as", "cited")).GetProperty("reused").GetInt32().Should().Be(1);
        (await JsonAsync("case", "articles", number)).GetProperty("articles").EnumerateArray().Select(a => Text(a, "as")).Should().Equal("read", "used", "cited");
        (await JsonAsync("case", "link-article", number, article, "--as", "cited", "--remove")).GetProperty("reused").GetInt32().Should().Be(1);
        await RefusedAsync("KnowledgeUseNotFound", "case", "link-article", number, article, "--as", "cited", "--remove");
        await RefusedAsync("CaseNotResolved", "case", "write-article", number);

        await JsonAsync("case", "reply", number, "Dear Anna, let it warm up for an hour.");
        await JsonAsync("case", "resolve", number, "Fog on the lens.");
        var draft = await JsonAsync("case", "write-article", number);
        Text(draft, "body").Should().Be("Dear […], let it warm up for an hour.\n\nFog on the lens.");
        draft.GetProperty("leftOut").EnumerateArray().Select(l => l.GetString()).Should().Equal("Anna");
        await RefusedAsync("SolutionNamesPerson", "case", "write-article", number, "--title", "A cold player", "--text", "As Anna found: let it warm up.");
        var written = Text(await JsonAsync("case", "write-article", number, "--title", "A cold player", "--text", "Let it warm up for an hour."), "article");
        Text(await JsonAsync("knowledge", "show", written), "sourceKind").Should().Be("case");
        (await JsonAsync("case", "show", number)).GetProperty("articles").EnumerateArray().Select(a => Text(a, "as")).Should().Equal("used", "source");
        (await CrmRun.RunAsync(_folder.Path, ["case", "write-article", number, "--title", "Alone"])).ExitCode.Should().Be(2);
    }

    [Fact]
    [Trait("Check", "KB-08")]
    public async Task Readers_AreCounted_LearnedFrom_AndMissed()
    {
        var article = await ArticleAsync();
        foreach (var guest in new[] { "one", "two", "three" })
        {
            await JsonAsync("knowledge", "ask", "no", "disc", "--guest", guest);
            await JsonAsync("knowledge", "open", article, "--guest", guest);
            await JsonAsync("knowledge", "ask", "teleport", "manual", "--guest", $"{guest} too");
        }

        await JsonAsync("knowledge", "solved", article, "--guest", "one");
        await JsonAsync("knowledge", "suggest", "player says no disc", "--customer", "import:1");
        (await JsonAsync("knowledge", "sign-in", "one", "--customer", "import:1")).GetProperty("sessions").GetInt32().Should().Be(1);
        var deflection = await JsonAsync("knowledge", "deflection");
        (deflection.GetProperty("sessions").GetInt32(), deflection.GetProperty("undecided").GetInt32(), deflection.GetProperty("deflectionRate").ValueKind).Should().Be((7, deflection.GetProperty("shown").GetInt32(), JsonValueKind.Null));
        var gap = (await JsonAsync("knowledge", "gaps")).GetProperty("gaps").EnumerateArray().Should().ContainSingle().Which;
        gap.GetProperty("terms").EnumerateArray().Select(t => t.GetString()).Should().Contain("teleport");
        gap.GetProperty("readers").GetInt32().Should().Be(3);
        (await JsonAsync("knowledge", "learn")).GetProperty("settled").GetInt32().Should().Be(2, "those of the story are long over");
        (await JsonAsync("knowledge", "learn")).GetProperty("settled").GetInt32().Should().Be(0);
        await RefusedAsync("InvalidValue", "knowledge", "deflection", "--as-of", "9000-01-01");
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "gaps", "--from", "yesterday"])).ExitCode.Should().Be(2);
    }

    /// <summary>A customer, and an article that she may read: of the story, which is the one way to have published ones at the command line.</summary>
    private async Task<string> ArticleAsync()
    {
        var tour = await JsonAsync("tour");
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName\n1,Anna,Rossi\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
        return Text(tour.GetProperty("guestSearch"), "article");
    }

    private static (string? Vote, int Helpful, int Unhelpful) Votes(JsonElement votes) => (votes.GetProperty("vote").GetString(), votes.GetProperty("helpful").GetInt32(), votes.GetProperty("unhelpful").GetInt32());

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task RefusedAsync(string code, params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be(code);
    }
}
