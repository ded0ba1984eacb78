using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm quote</c> from the draft to the order.</summary>
[Trait("Check", "SF-13")]
public sealed class QuoteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quote_ApprovedSentAndAccepted_IsAnOrder()
    {
        await CustomerAsync();
        var draft = await CrmRun.JsonAsync(_folder.Path, "quote", "draft", "import:1", "--line", ",text=Kettle,quantity=3,price=9.99,discount=10%,tax=22%", "--line", ",text=Delivery,price=5", "--valid-through", "2999-12-31");
        var number = draft.GetProperty("number").GetString()!;
        draft.GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(37.90m);

        (await CrmRun.JsonAsync(_folder.Path, "quote", "submit", number, "--approval-limit", "30")).GetProperty("status").GetString().Should().Be("awaitingApproval");
        (await CrmRun.RunAsync(_folder.Path, ["quote", "approve", number, "--json"])).Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("QuoteOwnApproval");
        (await CrmRun.JsonAsync(_folder.Path, "quote", "approve", number, "--agent", "boss")).GetProperty("approvedBy").GetString().Should().Be("boss");
        var token = (await CrmRun.JsonAsync(_folder.Path, "quote", "send", number)).GetProperty("token").GetString()!;
        var accepted = await CrmRun.JsonAsync(_folder.Path, "quote", "accept", number, "--token", token);
        accepted.GetProperty("status").GetString().Should().Be("accepted");
        var order = await CrmRun.JsonAsync(_folder.Path, "order", "show", accepted.GetProperty("orderId").GetString()!);
        order.GetProperty("total").GetProperty("amount").GetDecimal().Should().Be(31.97m);
        (await CrmRun.JsonAsync(_folder.Path, "quote", "list", "import:1")).GetProperty("quotes")[0].GetProperty("status").GetString().Should().Be("accepted");
        (await CrmRun.RunAsync(_folder.Path, ["quote", "accept", number, "--json"])).ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task Document_OfASentQuote_IsAPageWithTheLink()
    {
        await CustomerAsync();
        var number = (await CrmRun.JsonAsync(_folder.Path, "quote", "draft", "import:1", "--line", ",text=Kettle <b>,quantity=3,price=9.99,discount=10%,tax=22%")).GetProperty("number").GetString()!;
        await CrmRun.JsonAsync(_folder.Path, "quote", "submit", number);
        var token = (await CrmRun.JsonAsync(_folder.Path, "quote", "send", number)).GetProperty("token").GetString()!;
        string[] document = ["quote", "document", number, "--out", "quote.html", "--language", "it", "--token", token, "--answer-address", "https://shop.example/q/{token}", "--issuer", "Kettles & Sons", "--issuer", "1 High Street"];
        var written = await CrmRun.JsonAsync(_folder.Path, document);
        (written.GetProperty("revision").GetInt32(), written.GetProperty("contentType").GetString()).Should().Be((1, "text/html; charset=utf-8"));
        var page = await File.ReadAllTextAsync(_folder.File("quote.html"));
        page.Should().Contain("<html lang=\"it\">").And.Contain("Anna Rossi").And.Contain($"https://shop.example/q/{token}").And.Contain("Kettle &lt;b&gt;").And.Contain("32,90 EUR").And.Contain("Kettles &amp; Sons");
        (await CrmRun.RunAsync(_folder.Path, ["quote", "document", number, "--out", "q.html", "--revision", "7"])).ExitCode.Should().Be(1);
        (await CrmRun.RunAsync(_folder.Path, ["quote", "document", number, "--out", "q.html", "--answer-address", "javascript:{token}"])).ExitCode.Should().Be(2);
        (await CrmRun.RunAsync(_folder.Path, ["quote", "document", number, "--out", "no/such/q.html"])).ExitCode.Should().Be(3);
    }

    [Theory]
    [InlineData(2, "--line", "KETTLE,colour=red")]
    [InlineData(2, "--line", ",text=x,price=much")]
    [InlineData(2, "--line", ",text=x,price=1", "--valid-through", "soon")]
    [InlineData(2, "--line", ",text=x,price=1", "--currency", "TALER")]
    [InlineData(1, "--line", "TEAPOT")]
    [InlineData(1, "--line", ",text=x,price=1,quantity=-1")]
    [InlineData(1, "--line", ",text=x,price=1,discount=101%")]
    public async Task Draft_BadInput_SaysWhy(int status, params string[] options)
    {
        await CustomerAsync();
        var run = await CrmRun.RunAsync(_folder.Path, ["quote", "draft", "import:1", .. options, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
        run.Errors.Should().NotContain("   at ");
    }

    private async Task CustomerAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "customers.csv"), "id,givenName,familyName,city\n1,Anna,Rossi,Milano\n");
        await CrmRun.JsonAsync(_folder.Path, "import", "customers", "customers.csv");
    }
}
