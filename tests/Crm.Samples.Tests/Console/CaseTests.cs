using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

public sealed class CaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SC-02")]
    [Trait("Check", "SC-18")]
    public async Task Case_FromOpeningToReopening_MovesAsPermitted_AndTheCustomerSeesNoNote()
    {
        await CustomerAsync();
        var opened = await JsonAsync("case", "open", "import:1", "The kettle stays cold", "--text", "Help", "--priority", "high", "--type", "complaint", "--product", "KETTLE", "--serial", "4711");
        var number = Text(opened, "number");
        (Text(opened, "status"), Text(opened, "category"), Text(opened, "type"), Text(opened, "serialNumber"), Text(opened, "priority")).Should().Be(("new", "open", "complaint", "4711", "high"));
        opened.GetProperty("permittedTransitions").EnumerateArray().Select(s => s.GetString()).Should().Equal("open", "waitingOnCustomer", "resolved");
        await RefusedAsync("CaseTransitionNotAllowed", "case", "close", number);
        await RefusedAsync("CaseSolutionMissing", "case", "move", number, "resolved");
        await RefusedAsync("CaseStatusUnknown", "case", "move", number, "nowhere");
        Text(await JsonAsync("case", "note", number, "Smells of soap"), "status").Should().Be("new");
        Text(await JsonAsync("case", "reply", number, "Which one?"), "status").Should().Be("open");
        Text(await JsonAsync("case", "wait", number), "category").Should().Be("paused");
        Text(await JsonAsync("case", "receive", number, "The red one"), "status").Should().Be("open");
        Text(await JsonAsync("case", "move", number, "resolved", "--solution", "Descaled"), "solution").Should().Be("Descaled");

        var seen = await JsonAsync("case", "show", number, "--as-customer");
        (Text(seen, "status"), seen.GetProperty("settled").GetBoolean(), Text(seen, "solution")).Should().Be(("Solved", true, "Descaled"));
        seen.GetProperty("messages").EnumerateArray().Select(m => Text(m, "body")).Should().Equal("Help", "Which one?", "The red one");
        seen.GetRawText().Should().NotContain("soap");

        Text(await JsonAsync("case", "close", number), "status").Should().Be("closed");
        await RefusedAsync("CaseClosed", "case", "reply", number, "Too late");
        Text(await JsonAsync("case", "receive", number, "Cold again"), "status").Should().Be("open", "the window has no end by default");
        await RefusedAsync("CaseNotResolved", "case", "reopen", number);
        var changed = await JsonAsync("case", "change", number, "--product", "CUP", "--subject", "The cup is cold");
        (Text(changed, "product"), Text(changed, "serialNumber"), Text(changed, "subject")).Should().Be(("CUP", "4711", "The cup is cold"));
        await RefusedAsync("InvalidValue", "case", "change", number, "--line", "2");
        await RefusedAsync("CaseNotFound", "case", "show", "C-999999");
        (await CrmRun.RunAsync(_folder.Path, ["case", "prioritise", number, "soon"])).ExitCode.Should().Be(2);
    }

    [Fact]
    [Trait("Check", "SC-15")]
    public async Task Cases_AreSplitMergedJoinedListedAndCounted()
    {
        await CustomerAsync();
        var first = Text(await JsonAsync("case", "open", "import:1", "Kettle", "--text", "One", "--priority", "urgent"), "number");
        var shown = await JsonAsync("case", "receive", first, "Two");
        var message = shown.GetProperty("messages").EnumerateArray().Single(m => Text(m, "body") == "Two").GetProperty("id").GetString()!;
        await RefusedAsync("CaseSplitAtFirstMessage", "case", "split", first, shown.GetProperty("messages").EnumerateArray().Single(m => Text(m, "body") == "One").GetProperty("id").GetString()!);
        var split = await JsonAsync("case", "split", first, message, "--subject", "Toaster");
        (split.GetProperty("moved").GetInt32(), split.GetProperty("left").GetInt32()).Should().Be((1, 1));
        var second = Text(split, "case");
        await RefusedAsync("CaseMessageNotFound", "case", "split", first, message);
        (await JsonAsync("case", "show", second)).GetProperty("related").GetArrayLength().Should().Be(1);

        var outage = Text(await JsonAsync("case", "open", "import:1", "Outage", "--priority", "low"), "number");
        await JsonAsync("case", "join", second, outage);
        await RefusedAsync("CaseHasChildren", "case", "join", outage, first);
        await JsonAsync("case", "assign", second, "ada");
        (await JsonAsync("case", "list", "--parent", outage)).GetProperty("items").EnumerateArray().Select(c => Text(c, "number")).Should().Equal(second);
        (await JsonAsync("case", "list", "--agent", "ada")).GetProperty("items").EnumerateArray().Select(c => Text(c, "number")).Should().Equal(second);

        var page = await JsonAsync("case", "list", "--order", "urgent", "--take", "2");
        page.GetProperty("items").EnumerateArray().Select(c => Text(c, "number")).Should().Equal(first, second);
        (await JsonAsync("case", "list", "--order", "urgent", "--take", "2", "--after", Text(page, "next"))).GetProperty("items").EnumerateArray().Select(c => Text(c, "number")).Should().Equal(outage);
        (await JsonAsync("case", "list", "--order", "waiting", "--agent", "none")).GetProperty("items").GetArrayLength().Should().Be(2);
        var counts = await JsonAsync("case", "counts");
        (counts.GetProperty("total").GetInt32(), counts.GetProperty("byStatus").GetProperty("new").GetInt32(), counts.GetProperty("byPriority").GetProperty("urgent").GetInt32(), counts.GetProperty("byCategory").GetProperty("open").GetInt32())
            .Should().Be((3, 2, 2, 3));

        Text(await JsonAsync("case", "merge", outage, first), "target").Should().Be(first);
        Text(await JsonAsync("case", "receive", outage, "To the merged one"), "number").Should().Be(first);
        (await JsonAsync("case", "list", "--all")).GetProperty("items").GetArrayLength().Should().Be(3);
    }

    private async Task CustomerAsync()
    {
        var file = _folder.File("customers.csv");
        await File.WriteAllTextAsync(file, "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await JsonAsync("import", "customers", file);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private async Task RefusedAsync(string code, params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        run.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be(code);
    }

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
