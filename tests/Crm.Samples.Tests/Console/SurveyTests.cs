using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm survey</c> from the draft to the follow-up of a low score.</summary>
public sealed class SurveyTests : IDisposable
{
    private const string Survey = """
        {"titles":{"en":"How was it?","it":"Com'è andata?"},"questions":[
         {"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?"},"required":true,"measure":{"kind":"nps"},"lowAt":6},
         {"key":"liked","kind":"multipleChoice","texts":{"en":"What did you like?"},"choices":[{"key":"speed","texts":{"en":"Speed"}},{"key":"tone","texts":{"en":"Tone"}}]},
         {"key":"why","kind":"text","texts":{"en":"Why?"}},{"key":"again","kind":"yesNo","texts":{"en":"Again?"}}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "FB-01")]
    [Trait("Check", "FB-04")]
    [Trait("Check", "FB-05")]
    public async Task Case_ResolvedAndRatedBadly_IsLockedAndFollowedUp()
    {
        await BeginAsync();
        await JsonAsync("template", "set", "ask", "--subject", "{{survey.title}}", "--text", "https://shop.example/s/{{survey.token}}");
        var created = await JsonAsync("survey", "create", "service", "survey.json", "--name", "Service", "--template", "ask", "--on-case", "resolved", "--lock-case", "true", "--low-score", "case", "--within", "4", "--team", "care");
        (created.GetProperty("status").GetString(), created.GetProperty("settings").GetProperty("lowScore").GetString()).Should().Be(("draft", "case"));
        (await JsonAsync("survey", "publish", "service")).GetProperty("published").GetInt32().Should().Be(1);
        var number = (await JsonAsync("case", "open", "anna@example.com", "Broken")).GetProperty("number").GetString()!;
        await JsonAsync("case", "resolve", number, "Mended.");
        (await JsonAsync("survey", "run")).GetProperty("done").GetInt32().Should().Be(0);

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(_folder.File("outbox")).Single());
        var token = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(mail.Split("\r\n\r\n")[1])).Split('/')[^1];
        (await JsonAsync("survey", "open", token, "--language", "it")).GetProperty("title").GetString().Should().Be("Com'è andata?");
        (await RefusedAsync("survey", "answer", token, "liked=smell")).Should().BeEquivalentTo("SurveyAnswerUnfit", "SurveyAnswerMissing");
        var answered = await JsonAsync("survey", "answer", token, "recommend=2", "liked=tone", "again=no", "why=It broke again.");
        (await RefusedAsync("survey", "answer", token, "recommend=10")).Should().Equal("SurveyTokenUnknown");
        (await RefusedAsync("survey", "open", new string('A', 43))).Should().Equal("SurveyTokenUnknown");

        var invitation = await JsonAsync("survey", "invitation", answered.GetProperty("invitation").GetString()!);
        (invitation.GetProperty("status").GetString(), invitation.GetProperty("low").GetBoolean(), invitation.GetProperty("followUp").GetProperty("kind").GetString()).Should().Be(("answered", true, "case"));
        var complaint = await JsonAsync("case", "show", invitation.GetProperty("followUp").GetProperty("id").GetString()!);
        complaint.GetProperty("type").GetString().Should().Be("complaint");
        var next = await JsonAsync("case", "receive", number, "Hello?");
        next.GetProperty("number").GetString().Should().NotBe(number, "a rated case takes no more messages of its customer");
    }

    [Fact]
    [Trait("Check", "FB-06")]
    public async Task Report_OfInvitationsByHand_RollsUp()
    {
        await BeginAsync();
        await JsonAsync("survey", "create", "shop", "survey.json");
        (await RefusedAsync("survey", "invite", "shop", "anna@example.com")).Should().Equal("SurveyNotPublished");
        await JsonAsync("survey", "publish", "shop");
        foreach (var (product, answer) in new[] { ("KETTLE", 10), ("KETTLE", 9), ("TEAPOT", 0) })
        {
            var token = (await JsonAsync("survey", "invite", "shop", "anna@example.com", "--product", product, "--agent", "ada", "--days-between", "0")).GetProperty("token").GetString()!;
            await JsonAsync("survey", "answer", token, $"recommend={answer}");
        }

        (await RefusedAsync("survey", "invite", "shop", "anna@example.com")).Should().Equal("SurveyAskedLately");
        (await RefusedAsync("survey", "invite", "shop", "anna@example.com", "--send", "--days-between", "0")).Should().Equal("SurveyTemplateMissing");
        var rows = (await JsonAsync("survey", "report", "--by", "product", "--minimum", "1")).GetProperty("rows");
        rows.EnumerateArray().Select(r => (r.GetProperty("key").GetString(), r.GetProperty("score").GetDouble(), r.GetProperty("n").GetInt32(), r.GetProperty("method").GetString()))
            .Should().Equal(("KETTLE", 100, 2, "netPromoter"), ("TEAPOT", -100, 1, "netPromoter"));
        (await JsonAsync("survey", "report", "--agent", "ada")).GetProperty("rows")[0].GetProperty("sufficient").GetBoolean().Should().BeFalse();
        (await JsonAsync("survey", "invitations", "anna@example.com")).GetProperty("items").GetArrayLength().Should().Be(3);
        (await JsonAsync("survey", "list")).GetProperty("surveys")[0].GetProperty("status").GetString().Should().Be("published");
        (await JsonAsync("survey", "complaint", "anna@example.com", "--category", "delivery", "--subject", "Late")).GetProperty("type").GetString().Should().Be("complaint.delivery");
        (await RefusedAsync("survey", "complaint", "anna@example.com", "--category", "weather", "--subject", "Rain")).Should().Equal("ComplaintCategoryUnknown");
        (await JsonAsync("survey", "close", "shop")).GetProperty("status").GetString().Should().Be("closed");
        (await RefusedAsync("survey", "publish", "shop")).Should().Equal("SurveyIsClosed");
        foreach (var people in new string[][] { ["survey", "list"], ["survey", "show", "shop"], ["survey", "report"], ["survey", "invitations", "anna@example.com"] })
        {
            (await CrmRun.RunAsync(_folder.Path, people)).ExitCode.Should().Be(0);
        }
    }

    [Theory]
    [InlineData(1, "survey", "show", "nothing")]
    [InlineData(1, "survey", "create", "Bad Key", "survey.json")]
    [InlineData(1, "survey", "create", "a", "bad.json")]
    [InlineData(3, "survey", "create", "a", "missing.json")]
    [InlineData(2, "survey", "create", "a", "survey.json", "--low-score", "shout")]
    [InlineData(1, "survey", "create", "a", "survey.json", "--on-case", "resolved")]
    [InlineData(1, "survey", "create", "a", "survey.json", "--expires", "0")]
    [InlineData(1, "survey", "withdraw", "nothing")]
    [InlineData(2, "survey", "report", "--by", "smell")]
    [InlineData(2, "survey", "report", "--from", "soon")]
    public async Task BadInput_SaysWhy(int status, params string[] arguments)
    {
        await BeginAsync();
        await File.WriteAllTextAsync(_folder.File("bad.json"), """{"titles":{"en":"T"},"questions":[{"key":"a","kind":"text","texts":{"it":"?"}}]}""");
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
    }

    private async Task BeginAsync()
    {
        await File.WriteAllTextAsync(_folder.File("survey.json"), Survey);
        await File.WriteAllTextAsync(_folder.File("customers.csv"), "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        await JsonAsync("import", "customers", _folder.File("customers.csv"));
    }

    private Task<JsonElement> JsonAsync(params string[] arguments) => CrmRun.JsonAsync(_folder.Path, arguments);

    private async Task<IReadOnlyList<string>> RefusedAsync(params string[] arguments)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. arguments, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return [.. run.Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()!)];
    }
}
