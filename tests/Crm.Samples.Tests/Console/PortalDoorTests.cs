using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm portal … --as ACCOUNT</c>: what customers do themselves, with nobody of the staff.</summary>
public sealed class PortalDoorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "PO-03")]
    [Trait("Check", "PO-05")]
    [Trait("Check", "PO-08")]
    [Trait("Check", "FB-04")]
    public async Task Customer_SignsUpReadsOrdersChangesTheAddressOpensAndRatesACase_WithNobodyOfTheStaff()
    {
        await ShopAsync();
        var (anna, bob) = (await AccountAsync("anna@example.com"), await AccountAsync("bob@example.com"));

        // Reads before asking.
        var article = Text(await JsonAsync("knowledge", "write", "--title", "Descale the kettle", "--body", "Use vinegar.", "--audience", "customer"), "id");
        await JsonAsync("knowledge", "publish", article);
        var hits = await JsonAsync("portal", "search", "descale", "kettle", "--as", anna);
        Text(hits.GetProperty("hits")[0], "article").Should().Be(article);
        Text(await JsonAsync("portal", "read", article, "--as", anna), "body").Should().Be("Use vinegar.");
        Text(await JsonAsync("portal", "vote", article, "helpful", "--as", anna), "vote").Should().Be("helpful");

        // Orders at today's price, repeats it, cancels one of the two.
        (await JsonAsync("portal", "price", "--line", "kettle=2", "--as", anna)).GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(60);
        var order = Text(await JsonAsync("portal", "order", "--line", "kettle=2", "--key", "basket-1", "--as", anna), "number");
        Text(await JsonAsync("portal", "order", "--line", "kettle=2", "--key", "basket-1", "--as", anna), "number").Should().Be(order);
        (await JsonAsync("portal", "orders", order, "--as", anna)).GetRawText().Should().NotContain("12.34", "costs are not the customer's");
        var again = Text(await JsonAsync("portal", "reorder", order, "--as", anna), "number");
        Text(await JsonAsync("portal", "cancel-order", again, "--as", anna), "status").Should().Be("cancelled");
        (await JsonAsync("portal", "orders", "--as", anna)).GetProperty("orders").GetArrayLength().Should().Be(2);
        (await RefusedAsync("portal", "orders", order, "--as", bob)).Should().Equal("OrderNotFound");
        (await RefusedAsync("portal", "cancel-order", order, "--as", bob)).Should().Equal("OrderNotFound");
        (await RefusedAsync("portal", "order", "--line", "nothing", "--as", anna)).Should().Equal("ProductUnknown");

        // Moves house.
        Text(await JsonAsync("portal", "change", "--line", "Via Roma 1", "--city", "Milano", "--country", "IT", "--as", anna), "status").Should().Be("applied");
        (await JsonAsync("portal", "account", "--as", anna)).GetRawText().Should().Contain("Via Roma 1");

        // Opens, follows, answers, closes and reopens a case.
        var opened = await JsonAsync("portal", "open-case", "It leaks", "--text", "Since today", "--product", "kettle", "--order", order, "--line", "1", "--as", anna);
        var number = Text(opened, "number");
        (await JsonAsync("portal", "follow", number, "--as", anna)).GetProperty("followed").GetBoolean().Should().BeTrue();
        (await JsonAsync("portal", "unfollow", number, "--as", anna)).GetProperty("followed").GetBoolean().Should().BeFalse();
        (await JsonAsync("portal", "answer", number, "More and more", "--as", anna)).GetProperty("messages").GetArrayLength().Should().Be(2);
        (await RefusedAsync("portal", "close-case", number, "--as", anna)).Should().Equal("CaseSolutionMissing");
        (await JsonAsync("portal", "close-case", number, "--solution", "A new seal", "--as", anna)).GetProperty("settled").GetBoolean().Should().BeTrue();
        (await JsonAsync("portal", "reopen", number, "It leaks again", "--as", anna)).GetProperty("settled").GetBoolean().Should().BeFalse();
        await JsonAsync("portal", "close-case", number, "--solution", "Two seals", "--as", anna);
        (await JsonAsync("portal", "cases", "--as", anna)).GetProperty("items").GetArrayLength().Should().Be(1);
        (await JsonAsync("portal", "cases", "--as", bob)).GetProperty("items").GetArrayLength().Should().Be(0);
        (await RefusedAsync("portal", "case", number, "--as", bob)).Should().Equal("CaseNotFound");
        (await RefusedAsync("portal", "case", "C-999999", "--as", bob)).Should().Equal("CaseNotFound");

        // Rates it, and cannot change it any more.
        await SurveyAsync(number);
        var invitation = Text((await JsonAsync("portal", "surveys", "--as", anna)).GetProperty("items")[0], "id");
        (await JsonAsync("portal", "rate", invitation, "--as", anna)).GetProperty("questions").GetArrayLength().Should().Be(1);
        (await RefusedAsync("portal", "rate", invitation, "recommend=9", "--as", bob)).Should().Equal("SurveyInvitationNotFound");
        Text(await JsonAsync("portal", "rate", invitation, "recommend=9", "--as", anna), "survey").Should().Be("service");
        (await RefusedAsync("portal", "answer", number, "One more thing", "--as", anna)).Should().Equal("CaseLocked");
        (await RefusedAsync("portal", "reopen", number, "Again", "--as", anna)).Should().Equal("CaseLocked");

        // Sees what was done, and by whom.
        var log = (await JsonAsync("portal", "activity", "--as", anna)).GetProperty("items").EnumerateArray().Select(i => (Text(i, "kind"), Text(i, "by"), i.GetProperty("own").GetBoolean())).ToList();
        log.Should().Contain(("order-placed", "portalCustomer", true)).And.Contain(("case-opened", "portalCustomer", true)).And.Contain(("order-cancelled", "portalCustomer", true)).And.Contain(("data-changed", "portalCustomer", true)).And.Contain(("customer-created", "agent", false));
        var page = await JsonAsync("portal", "activity", "--take", "2", "--as", anna);
        (await JsonAsync("portal", "activity", "--take", "2", "--after", Text(page, "next"), "--as", anna)).GetProperty("items").GetArrayLength().Should().Be(2);
        (await JsonAsync("case", "show", number)).GetProperty("channel").GetString().Should().Be("web");
        foreach (var people in new string[][] { ["portal", "activity"], ["portal", "cases"], ["portal", "orders"], ["portal", "visits"], ["portal", "surveys"], ["portal", "subscriptions"], ["portal", "case", number] })
        {
            (await CrmRun.RunAsync(_folder.Path, [.. people, "--as", anna])).ExitCode.Should().Be(0);
        }
    }

    [Fact]
    [Trait("Check", "PO-08")]
    public async Task Customer_ChoosesAndCallsOffAVisit_AndEndsASubscription()
    {
        await ShopAsync();
        var (anna, bob) = (await AccountAsync("anna@example.com"), await AccountAsync("bob@example.com"));
        await JsonAsync("technician", "add", "ada", "--name", "Ada", "--zone", "Europe/Rome", "--hours", "08:00-12:00", "13:00-17:00");
        var visit = Text(await JsonAsync("visit", "create", "import:1", "--subject", "Look at the kettle", "--city", "Roma", "--country", "IT", "--zone", "Europe/Rome", "--from", "2999-06-03T08:00", "--until", "2999-06-05T18:00"), "number");
        var windows = (await JsonAsync("portal", "window", visit, "--as", anna)).GetProperty("windows").EnumerateArray().Select(w => Text(w, "start")).ToList();
        windows.Should().HaveCount(20).And.OnlyHaveUniqueItems().And.StartWith("2999-06-03T06:00:00Z");
        Text(await JsonAsync("portal", "window", visit, windows[^1], "--as", anna), "status").Should().Be("scheduled");
        (await RefusedAsync("portal", "window", visit, windows[0], "--as", bob)).Should().Equal("VisitNotFound");
        Text(await JsonAsync("portal", "visits", visit, "--as", anna), "start").Should().Be(windows[^1]);
        (await RefusedAsync("portal", "window", visit, "2999-06-03T10:30:00Z", "--as", anna)).Should().Equal("VisitTimeNotFree");
        Text(await JsonAsync("portal", "cancel-visit", visit, "Sold", "--as", anna), "status").Should().Be("cancelled");

        var subscription = Text(await JsonAsync("subscription", "start", "import:1", "--product", "kettle"), "number");
        (await JsonAsync("portal", "subscriptions", "--as", anna)).GetProperty("subscriptions").GetArrayLength().Should().Be(1);
        (await RefusedAsync("portal", "end-subscription", subscription, "--as", bob)).Should().Equal("SubscriptionNotFound");
        (await JsonAsync("portal", "end-subscription", subscription, "--reason", "Enough", "--as", anna)).GetProperty("endsWithPeriod").GetBoolean().Should().BeTrue();
        (await RefusedAsync("portal", "end-subscription", subscription, "--as", anna)).Should().Equal("SubscriptionEndsAlready");
    }

    [Theory]
    [InlineData(1, "portal", "cases", "--as", "nobody")]
    [InlineData(2, "portal", "cases")]
    [InlineData(1, "portal", "case", "C-1", "--as", "anna@example.com")]
    [InlineData(1, "portal", "orders", "--for", "nonsense", "--as", "anna@example.com")]
    [InlineData(2, "portal", "order", "--line", "kettle=much", "--as", "anna@example.com")]
    [InlineData(1, "portal", "read", "nothing", "--as", "anna@example.com")]
    [InlineData(1, "portal", "rate", "nothing", "--as", "anna@example.com")]
    [InlineData(2, "portal", "activity", "--take", "0", "--as", "anna@example.com")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await ShopAsync();
        await AccountAsync("anna@example.com");
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private async Task ShopAsync()
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n2,Bob,Stone,bob@example.com\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
        await JsonAsync("product", "add", "kettle", "--price", "30", "--cost", "12.34");
    }

    private async Task<string> AccountAsync(string email)
    {
        var token = Text(await JsonAsync("portal", "invite", email, "--email", email), "token");
        return Text(await JsonAsync("portal", "accept", token), "account");
    }

    private async Task SurveyAsync(string number)
    {
        var file = _folder.File("survey.json");
        await File.WriteAllTextAsync(file, """{"titles":{"en":"How was it?"},"questions":[{"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?"},"required":true,"measure":{"kind":"nps"}}]}""");
        await JsonAsync("survey", "create", "service", file, "--lock-case", "true");
        await JsonAsync("survey", "publish", "service");
        await JsonAsync("survey", "invite", "service", "import:1", "--case", number);
    }

    private async Task<IEnumerable<string?>> RefusedAsync(params string[] args)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. args, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).ToList();
    }

    private Task<JsonElement> JsonAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
}
