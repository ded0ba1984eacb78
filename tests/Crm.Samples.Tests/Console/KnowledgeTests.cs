using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>The knowledge base at the command line.</summary>
public sealed class KnowledgeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "KB-01")]
    [Trait("Check", "KB-02")]
    [Trait("Check", "KB-03")]
    public async Task Article_FromDraftToArchive_GoesThroughEveryVerb()
    {
        var id = Text(await Json("knowledge", "write", "--title", "Descaling", "--audience", "public"), "id");
        Text(await Json("knowledge", "list", "--confidence", "workInProgress", "--text", "descal"), "items", 0, "id").Should().Be(id);
        (await Code("knowledge", "publish", id)).Should().Be("KnowledgeItemEmpty");
        await Json("knowledge", "revise", id, "--body", "Use **vinegar**.", "--note", "First answer");
        Text(await Json("knowledge", "review", id), "status").Should().Be("inReview");
        Text(await Json("knowledge", "return", id, "--reason", "Which one?"), "status").Should().Be("draft");
        Text(await Json("knowledge", "publish", id, "--from", "2999-01-01T00:00:00Z"), "status").Should().Be("scheduled");
        (await Code("knowledge", "read", id)).Should().Be("KnowledgeItemNotFound");
        Text(await Json("knowledge", "publish", id, "--until", "2999-01-01T00:00:00Z"), "status").Should().Be("published");
        Text(await Json("knowledge", "read", id), "html").Should().Be("<p>Use <strong>vinegar</strong>.</p>\n");
        Text(await Json("knowledge", "trust", id, "validated"), "confidence").Should().Be("validated");
        (await Code("knowledge", "trust", id, "validated")).Should().Be("KnowledgeConfidenceNotAllowed");
        Text(await Json("knowledge", "govern", id, "compliance"), "governance").Should().Be("compliance");
        await Json("knowledge", "revise", id, "--body", "Use acid.");
        (await Code("knowledge", "publish", id)).Should().Be("KnowledgeReviewMissing");
        await Json("knowledge", "review", id);
        (await Code("knowledge", "publish", id)).Should().Be("KnowledgeReviewOwn");
        await Json("knowledge", "govern", id, "experience");
        Text(await Json("knowledge", "audience", id, "internal"), "audience").Should().Be("internal");
        (await Code("knowledge", "read", id)).Should().Be("KnowledgeItemNotFound");
        (await Json("knowledge", "due")).GetProperty("items").GetArrayLength().Should().Be(0);
        Text(await Json("knowledge", "archive", id), "status").Should().Be("archived");
        Text(await Json("knowledge", "restore", id), "status").Should().Be("draft");
        Text(await Json("knowledge", "discard", id), "status").Should().Be("archived");
        (await Code("knowledge", "archive", id)).Should().Be("KnowledgeTransitionNotAllowed");
        (await Code("knowledge", "publish", "nothing")).Should().Be("KnowledgeItemNotFound");
    }

    [Fact]
    [Trait("Check", "KB-04")]
    public async Task Versions_AreListedComparedAndTakenUpAgain()
    {
        await File.WriteAllTextAsync(_folder.File("kettle.md"), "Unplug it.\nUse vinegar.\n");
        var id = Text(await Json("knowledge", "write", "--title", "Descaling", "--body", "@kettle.md"), "id");
        await Json("knowledge", "revise", id, "--body", "Unplug it.\nUse acid.\n", "--note", "Vinegar smells");

        (await Json("knowledge", "versions", id)).GetProperty("items").EnumerateArray().Select(v => (v.GetProperty("number").GetInt32(), v.GetProperty("note").GetString())).Should().Equal((2, "Vinegar smells"), (1, null));
        Text(await Json("knowledge", "versions", id, "--number", "1"), "body").Should().Be("Unplug it.\nUse vinegar.\n");
        (await Json("knowledge", "diff", id, "1", "2")).GetProperty("body").EnumerateArray().Select(l => (Text(l, "kind"), Text(l, "text"))).Should().Equal(
            ("same", "Unplug it."), ("removed", "Use vinegar."), ("added", "Use acid."), ("same", ""));
        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "diff", id, "1", "2"])).Output.Should().Contain("- Use vinegar.").And.Contain("+ Use acid.");
        Text(await Json("knowledge", "rollback", id, "1"), "body").Should().Be("Unplug it.\nUse vinegar.\n");
        (await Code("knowledge", "rollback", id, "9")).Should().Be("KnowledgeVersionNotFound");
        (await Code("knowledge", "diff", id, "1", "9")).Should().Be("KnowledgeVersionNotFound");
        (await Code("knowledge", "versions", "nothing")).Should().Be("KnowledgeItemNotFound");
    }

    [Fact]
    [Trait("Check", "KB-06")]
    public async Task TranslationsCategoriesPartsAndReplacements_AreShown()
    {
        var original = await PublishedAsync("Descaling", "--kind", "manual");
        var italian = Text(await Json("knowledge", "write", "--title", "Decalcificare", "--body", "Aceto.", "--language", "it", "--translation-of", original), "id");
        await Json("knowledge", "publish", italian);
        (await Code("knowledge", "write", "--title", "Due", "--language", "it", "--translation-of", original)).Should().Be("KnowledgeTranslationExists");
        await Json("knowledge", "revise", original, "--body", "Acid.");
        await Json("knowledge", "publish", original);
        Text(await Json("knowledge", "list", "--stale"), "items", 0, "id").Should().Be(italian);
        await Json("knowledge", "revise", italian, "--body", "Acido.", "--translated-version", "2");
        await Json("knowledge", "publish", italian);
        Text(await Json("knowledge", "read", original, "--language", "it"), "id").Should().Be(italian);
        (await Json("knowledge", "list", "--stale")).GetProperty("items").GetArrayLength().Should().Be(0);

        var kitchen = Text(await Json("knowledge", "category", "add", "Kitchen"), "id");
        var kettles = Text(await Json("knowledge", "category", "add", "Kettles", "--under", kitchen), "id");
        (await Code("knowledge", "category", "change", kitchen, "Kitchen", "--under", kettles)).Should().Be("KnowledgeCategoryMisplaced");
        var part = await PublishedAsync("Chapter");
        await Json("knowledge", "file", part, "--category", kettles, "--tag", "Scale", "--related", italian);
        await Json("knowledge", "part", part, "--of", original, "--position", "1");
        Text(await Json("knowledge", "read", original), "parts", 0, "id").Should().Be(part);
        Text(await Json("knowledge", "read", part), "related", 0, "id").Should().Be(italian);
        (await Json("knowledge", "category", "list")).GetProperty("items").EnumerateArray().Select(c => (Text(c, "name"), c.GetProperty("items").GetInt32())).Should().Equal(("Kitchen", 0), ("Kettles", 1));
        (await Code("knowledge", "category", "remove", kettles)).Should().Be("KnowledgeCategoryInUse");
        (await Code("knowledge", "part", part, "--of", italian)).Should().Be("KnowledgeManualNotOne");

        var better = await PublishedAsync("Better");
        await Json("knowledge", "replace", part, better);
        var read = await Json("knowledge", "read", part);
        (Text(read, "id"), Text(read, "redirectedFrom")).Should().Be((better, part));
        (await Code("knowledge", "replace", better, part)).Should().Be("KnowledgeReplacementCircular");
    }

    [Fact]
    public async Task Import_TablesAndMarkdown_NamesWhatItLeavesOut()
    {
        await File.WriteAllTextAsync(_folder.File("a.csv"), $"Question;body;audience;kind;language;tags\nSlow kettle;Descale it.;public;faq;en;\"scale, slow\"\n;No title;public;faq;en;\nWho?;x;everybody;faq;en;\n\"{new string('x', 201)}\";x;public;faq;en;\nEmpty;;public;faq;en;\n");
        await File.WriteAllTextAsync(_folder.File("b.tsv"), "id\ttitle\tbody\nd1\tSay \"yes\"\tHe said \"yes\n\nd2\tToo\tmany\tcells\n");
        await File.WriteAllTextAsync(_folder.File("c.md"), "title: Repair\naudience: partner\nsku: KETTLE\n\n# Steps\n\n1. Open it.\n");

        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "import", "c.md", "b.tsv", "--map", "title=Question"])).ExitCode.Should().Be(3, "a header has no such column");

        var result = await Json("knowledge", "import", "a.csv", "c.md", "--map", "title=Question", "--publish");
        (result.GetProperty("read").GetInt32(), result.GetProperty("created").GetInt32(), result.GetProperty("published").GetInt32()).Should().Be((6, 2, 2));
        Rejected(result).Should().Equal(("a.csv", 3, "CellEmpty"), ("a.csv", 4, "CellInvalid"), ("a.csv", 5, "InvalidValue"), ("a.csv", 6, "CellEmpty"));
        result = await Json("knowledge", "import", "b.tsv");
        Rejected(result).Should().Equal(("b.tsv", 4, "TooManyCells"));

        Text(await Json("knowledge", "show", Text(result, "items", 0)), "title").Should().Be("Say \"yes\"");
        (await Json("knowledge", "search", "descale", "--audience", "public")).GetProperty("hits").GetArrayLength().Should().Be(1);
        Text(await Json("knowledge", "list", "--audience", "partner"), "items", 0, "title").Should().Be("Repair");

        static IEnumerable<(string File, int Row, string Code)> Rejected(JsonElement json) =>
            json.GetProperty("rejected").EnumerateArray().Select(r => (Text(r, "file"), r.GetProperty("row").GetInt32(), Text(r, "code")));
    }

    [Theory]
    [InlineData("none.csv", 3)]
    [InlineData("empty.csv", 3)]
    [InlineData("binary.csv", 3)]
    [InlineData("head.md", 3)]
    public async Task Import_UnusableFile_WritesNothing(string file, int exitCode)
    {
        await File.WriteAllTextAsync(_folder.File("good.tsv"), "title\tbody\nGood\tBody\n");
        await File.WriteAllTextAsync(_folder.File("empty.csv"), "");
        await File.WriteAllBytesAsync(_folder.File("binary.csv"), [0xFF, 0xFE, 0xFD, 0x00, 0xC3, 0x28]);
        await File.WriteAllTextAsync(_folder.File("head.md"), "title Repair\n\nBody\n");

        (await CrmRun.RunAsync(_folder.Path, ["knowledge", "import", "good.tsv", file])).ExitCode.Should().Be(exitCode);

        (await Json("knowledge", "list")).GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [SkippableFact]
    public async Task Import_HelpOfADesktopInFiveLanguages_IsWhole()
    {
        foreach (var language in new[] { "en", "es", "it", "ro", "sv" })
        {
            var docs = TestData.Require($"knowledge/gnomehelp-{language}/docs.tsv");
            var rows = File.ReadLines(docs).Skip(1).Count(l => l.Length > 0);

            var result = await Json("knowledge", "import", docs, "--language", language, "--audience", "public", "--publish");

            result.GetProperty("created").GetInt32().Should().Be(rows - result.GetProperty("rejected").GetArrayLength());
            result.GetProperty("created").GetInt32().Should().BeGreaterThan(100);
        }
    }

    [Theory]
    [InlineData("knowledge")]
    [InlineData("knowledge write")]
    [InlineData("knowledge write --title A --kind novel")]
    [InlineData("knowledge write --title A --language 5")]
    [InlineData("knowledge write --title A --audience nobody")]
    [InlineData("knowledge publish 1 --from tomorrow")]
    [InlineData("knowledge trust 1 blindly")]
    [InlineData("knowledge list --status lost")]
    [InlineData("knowledge diff 1 a b")]
    [InlineData("knowledge import a.csv --map heading=Title")]
    public async Task WrongUsage_IsSaidSo(string line) => (await CrmRun.RunAsync(_folder.Path, line.Split(' '))).ExitCode.Should().Be(2);

    private async Task<string> PublishedAsync(string title, params string[] more)
    {
        var id = Text(await Json(["knowledge", "write", "--title", title, "--body", "Vinegar.", "--audience", "public", .. more]), "id");
        await Json("knowledge", "publish", id);
        return id;
    }

    private Task<JsonElement> Json(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);

    private async Task<string?> Code(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Output + run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Text(JsonElement json, string list, int at) => json.GetProperty(list)[at].GetString()!;

    private static string Text(JsonElement json, string list, int at, string name) => json.GetProperty(list)[at].GetProperty(name).GetString()!;
}
