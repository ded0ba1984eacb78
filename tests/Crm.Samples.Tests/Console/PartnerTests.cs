using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm partner</c>: from an organisation to a lead that a partner took and a deal that is its alone.</summary>
public sealed class PartnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "PR-01")]
    [Trait("Check", "PR-02")]
    [Trait("Check", "PR-03")]
    public async Task Lead_IsOfferedDeclinedAndTaken()
    {
        await BeginAsync();
        var registered = await JsonAsync("partner", "register", "import:k", "--type", "reseller", "--type", "service", "--weight", "5", "--area", "IT/Lombardia:20", "--area", "45,9..46,10", "--at", "45.46,9.19");
        registered.GetProperty("areas").EnumerateArray().Select(a => a.GetString()).Should().Equal("IT/Lombardia:20", "45,9..46,10");
        await JsonAsync("partner", "set", "Kettle & Sons", "--area", "45,9..46,10", "--through", "2999-12-31");
        (await JsonAsync("partner", "grade", "Kettle & Sons", "gold", "--from", "2026-01-01")).GetProperty("tiers")[0].GetProperty("tier").GetString().Should().Be("gold");
        await JsonAsync("partner", "register", "import:t");
        (await JsonAsync("partner", "list", "--type", "service")).GetProperty("items").GetArrayLength().Should().Be(1);
        await JoinAsync("Kettle & Sons", "bea");
        await JoinAsync("Teapot Ltd", "wim");
        (await JsonAsync("partner", "whoami", "--as", "bea")).GetProperty("partner").GetString().Should().Be(registered.GetProperty("id").GetString());

        var lead = (await JsonAsync("lead", "receive", "--given", "Lea", "--family", "Lead", "--email", "lea@prospect.example", "--topic", "Kettles")).GetProperty("id").GetString()!;
        (await JsonAsync("partner", "offer", lead, "--at", "45.5,9.2")).GetProperty("offers")[0].GetProperty("reach").GetString().Should().Be("near");
        (await JsonAsync("partner", "leads", "--as", "bea")).GetProperty("items")[0].GetProperty("email").ValueKind.Should().Be(JsonValueKind.Null);
        (await JsonAsync("partner", "leads", "--as", "wim")).GetProperty("items").GetArrayLength().Should().Be(0);
        (await RefusedAsync("partner", "accept", lead, "--as", "wim")).Should().Equal("LeadNotFound");
        await JsonAsync("partner", "decline", lead, "not-contacted", "--note", "On holiday", "--as", "bea");
        (await JsonAsync("partner", "accept", lead, "--as", "wim")).GetProperty("email").GetString().Should().Be("lea@prospect.example");
        (await JsonAsync("partner", "move", lead, "working", "--as", "wim")).GetProperty("status").GetString().Should().Be("working");
        (await JsonAsync("partner", "offering", lead)).GetProperty("offers").EnumerateArray().Select(o => o.GetProperty("outcome").GetString()).Should().Equal("declined", "accepted");
        (await RefusedAsync("partner", "withdraw-offer", lead)).Should().Equal("LeadOfferTaken");
        (await JsonAsync("partner", "run")).GetProperty("offers").GetInt32().Should().Be(0);
        await JsonAsync("partner", "deactivate", "Teapot Ltd", "Unpaid");
        (await RefusedAsync("partner", "leads", "--as", "wim")).Should().Equal("PartnerNotFound");
        await JsonAsync("partner", "activate", "Teapot Ltd");
        foreach (var people in new string[][] { ["partner", "list"], ["partner", "show", "Kettle & Sons"], ["partner", "offering", lead], ["partner", "leads", "--as", "wim"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Fact]
    [Trait("Check", "PR-04")]
    public async Task TwoPartners_RegisterOneDeal_OneGetsIt()
    {
        await BeginAsync();
        var deals = new List<string>();
        foreach (var (partner, principal) in new[] { ("k", "bea"), ("t", "wim") })
        {
            var name = (await JsonAsync("partner", "register", $"import:{partner}")).GetProperty("name").GetString()!;
            await JsonAsync("partner", "grade", name, "silver");
            await JoinAsync(name, principal);
            var drafted = await JsonAsync("partner", "deal", "draft", "--title", "Kettles", "--prospect", "Acme", "--from", "2999-01-01", "--through", "2999-03-31", "--line", "KETTLE,quantity=2,price=30", "--as", principal);
            drafted.GetProperty("amount").GetDecimal().Should().Be(60);
            deals.Add(drafted.GetProperty("id").GetString()!);
            (await JsonAsync("partner", "deal", "submit", deals[^1], "--as", principal)).GetProperty("status").GetString().Should().Be("submitted");
            await JsonAsync("partner", "deal", "review", deals[^1]);
            await JsonAsync("partner", "deal", "identify", deals[^1], "import:a");
            (await JsonAsync("partner", "deal", "request", deals[^1], "bob", "cleo")).GetProperty("nextApprover").GetString().Should().Be("bob");
        }

        (await RefusedAsync("partner", "deal", "approve", deals[0], "--by", "cleo")).Should().Equal("DealApproverWrong");
        await JsonAsync("partner", "deal", "approve", deals[0], "--by", "bob");
        (await JsonAsync("partner", "deal", "approve", deals[0], "--by", "cleo")).GetProperty("status").GetString().Should().Be("approved");
        (await RefusedAsync("partner", "deal", "approve", deals[1], "--by", "bob")).Should().Equal("DealConflicts");
        (await JsonAsync("partner", "deal", "conflicts", deals[1])).GetProperty("conflicts")[0].GetProperty("kind").GetString().Should().Be("approved");
        (await RefusedAsync("partner", "deal", "extend", deals[0], "2999-06-30", "--as", "wim")).Should().Equal("DealRegistrationNotFound");
        (await JsonAsync("partner", "deal", "extend", deals[0], "2999-06-30", "--as", "bea")).GetProperty("extensionThrough").GetString().Should().Be("2999-06-30");
        await JsonAsync("partner", "deal", "request", deals[0], "bob");
        (await JsonAsync("partner", "deal", "approve", deals[0], "--by", "bob")).GetProperty("through").GetString().Should().Be("2999-06-30");
        (await JsonAsync("partner", "deal", "refuse", deals[1], "Taken", "--by", "bob")).GetProperty("status").GetString().Should().Be("rejected");
        (await JsonAsync("partner", "deal", "mine", "--as", "wim")).GetProperty("items")[0].GetProperty("reason").GetString().Should().Be("Taken");
        await JsonAsync("product", "add", "KETTLE", "--price", "35");
        await JsonAsync("pipeline", "create", "Sales");
        var opportunity = (await JsonAsync("partner", "deal", "convert", deals[0], "--owner", "ada")).GetProperty("opportunity").GetString()!;
        (await JsonAsync("deal", "show", opportunity)).GetProperty("owner").GetString().Should().Be("ada");
        (await JsonAsync("partner", "deal", "list", "--status", "converted")).GetProperty("items").GetArrayLength().Should().Be(1);
        foreach (var people in new string[][] { ["partner", "deal", "list"], ["partner", "deal", "show", deals[0]], ["partner", "deal", "conflicts", deals[1]], ["partner", "deal", "mine", "--as", "bea"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Fact]
    [Trait("Check", "PR-05")]
    [Trait("Check", "PR-06")]
    public async Task Records_AreShared_AndPerformanceIsTold()
    {
        await BeginAsync();
        await JsonAsync("partner", "register", "import:k", "--type", "supplier");
        await JoinAsync("Kettle & Sons", "sam");
        var opened = (await JsonAsync("case", "open", "import:p", "Leaks")).GetProperty("id").GetString()!;
        var share = (await JsonAsync("partner", "share", "Kettle & Sons", "case", opened, "--access", "comment", "--until", "2999-01-01T00:00:00Z")).GetProperty("shares")[0].GetProperty("id").GetString()!;
        (await JsonAsync("partner", "shared", "--as", "sam")).GetProperty("items").GetArrayLength().Should().Be(1);
        (await JsonAsync("partner", "read", "case", opened, "--as", "sam")).GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("field").GetString()).Should().Equal("title", "status");
        (await JsonAsync("partner", "comment", "case", opened, "On its way.", "--as", "sam")).GetProperty("comments")[0].GetProperty("body").GetString().Should().Be("On its way.");
        (await RefusedAsync("partner", "change", "case", opened, "status", "closed", "--as", "sam")).Should().Equal("RecordShareTooNarrow");
        var fact = (await JsonAsync("partner", "book", "Kettle & Sons", "payout", "50 EUR", "Commission", "--from", "2026-01-01", "--through", "2026-01-31")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await JsonAsync("partner", "reverse", fact, "Twice");
        (await RefusedAsync("partner", "reverse", fact, "Again")).Should().Equal("PartnerFactReversed");
        (await JsonAsync("partner", "facts", "Kettle & Sons")).GetProperty("items").GetArrayLength().Should().Be(2);
        var report = await JsonAsync("partner", "performance", "Kettle & Sons");
        (report.GetProperty("sharedCases").GetInt32(), report.GetProperty("sums")[0].GetProperty("amount").GetProperty("amount").GetDecimal(), report.GetProperty("closed").GetInt32()).Should().Be((1, 0m, 0));
        (await JsonAsync("partner", "shares", "case", opened)).GetProperty("shares").GetArrayLength().Should().Be(1);
        foreach (var people in new string[][] { ["partner", "shares", "case", opened], ["partner", "shared", "--as", "sam"], ["partner", "read", "case", opened, "--as", "sam"], ["partner", "performance", "Kettle & Sons"], ["partner", "facts", "Kettle & Sons"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }

        await JsonAsync("partner", "unshare", share);
        (await RefusedAsync("partner", "read", "case", opened, "--as", "sam")).Should().Equal("SharedRecordNotFound");
    }

    [Theory]
    [InlineData(1, "partner", "share", "nobody", "customer", "x")]
    [InlineData(1, "partner", "shares", "case", "nothing")]
    [InlineData(1, "partner", "unshare", "nothing")]
    [InlineData(1, "partner", "performance", "nobody")]
    [InlineData(1, "partner", "reverse", "nothing", "why")]
    [InlineData(1, "partner", "show", "nobody")]
    [InlineData(1, "partner", "register", "import:p")]
    [InlineData(2, "partner", "register", "import:k", "--type", "friend")]
    [InlineData(2, "partner", "register", "import:k", "--area", "Atlantis")]
    [InlineData(2, "partner", "register", "import:k", "--at", "here")]
    [InlineData(1, "partner", "register", "import:k", "--weight", "-1")]
    [InlineData(1, "partner", "join", "token", "bea")]
    [InlineData(1, "partner", "offer", "nothing")]
    [InlineData(1, "partner", "leads", "--as", "nobody")]
    [InlineData(2, "partner", "leads")]
    [InlineData(1, "partner", "deal", "show", "nothing")]
    [InlineData(2, "partner", "deal", "list", "--status", "lost")]
    [InlineData(2, "partner", "deal", "request", "nothing")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await BeginAsync();
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private async Task BeginAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,organisation\nk,,,Kettle & Sons\nt,,,Teapot Ltd\na,,,Acme Ltd\np,Anna,Rossi,\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
    }

    private async Task JoinAsync(string partner, string principal) =>
        await JsonAsync("partner", "join", (await JsonAsync("partner", "invite", partner, principal)).GetProperty("token").GetString()!, principal);

    private Task<JsonElement> JsonAsync(params string[] arguments) => CrmRun.JsonAsync(_folder.Path, arguments);

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return [.. run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()!)];
    }
}
