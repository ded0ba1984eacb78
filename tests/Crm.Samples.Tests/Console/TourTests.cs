using System.Text.Json;
using Crm.Testing;
using Crm.Testing.PostgreSql;

namespace Crm.Samples.Tests.Console;

/// <summary>Requirement R-22 end to end: every id and number that the story prints is found again on the same database.</summary>
public sealed class TourTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "SC-19")]
    public Task Tour_OnSqlite_IsFoundAgain() => TellAsync(_folder.File("tour.db"));

    [SkippableFact]
    [Trait("Check", "SC-19")]
    public async Task Tour_OnPostgreSql_IsFoundAgain()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var tour = await CrmRun.JsonAsync(_folder.Path, "tour", "--db", database);
        await CasesAsync(database, tour);
        await ValuesAsync(database, tour);
    }

    [Fact]
    public async Task Tour_Twice_KeepsTheFirst()
    {
        var people = await CrmRun.StartAsync(_folder.Path, ["tour"]);
        people.ExitCode.Should().Be(0, people.Errors);
        people.Output.Should().Contain("crm case show C-000001");
        var before = await File.ReadAllBytesAsync(_folder.File("crm.db"));

        var again = await CrmRun.RunAsync(_folder.Path, ["tour", "--json"]);
        again.ExitCode.Should().Be(0, again.Errors);
        again.Json.GetProperty("database").GetString().Should().Be("crm-2.db");
        again.Errors.Should().Contain("crm-2.db");

        var named = await CrmRun.RunAsync(_folder.Path, ["tour", "--db", "crm.db", "--json"]);
        named.ExitCode.Should().Be(1);
        named.Json.GetProperty("errors")[0].GetProperty("code").GetString().Should().Be("DatabaseNotFresh");
        (await File.ReadAllBytesAsync(_folder.File("crm.db"))).Should().Equal(before);
    }

    private async Task TellAsync(string database)
    {
        var tour = await CrmRun.JsonAsync(_folder.Path, "tour", "--db", database);
        Task<JsonElement> ShowAsync(string what, JsonElement key) => CrmRun.JsonAsync(_folder.Path, what, "show", key.GetString()!, "--db", database);

        var customer = await ShowAsync("customer", tour.GetProperty("customer"));
        customer.GetProperty("value")[0].GetProperty("total").GetDecimal().Should().Be(910.63m, "810.83 of CDs, 99.80 of the story");
        customer.GetProperty("orders")[0].GetProperty("number").GetString().Should().Be(tour.GetProperty("order").GetString());
        customer.GetProperty("timeline").GetProperty("items").EnumerateArray().Select(i => i.GetProperty("kind").GetString())
            .Should().StartWith(["case-status-changed", "visit-completed", "technician-arrived", "technician-departed", "case-replied"]).And.Contain(["visit-booked", "case-opened", "interaction"]);
        (await CrmRun.JsonAsync(_folder.Path, "timeline", tour.GetProperty("customer").GetString()!, "--kinds", "order-placed", "--db", database)).GetProperty("items").GetArrayLength().Should().BePositive();

        var order = await ShowAsync("order", tour.GetProperty("order"));
        order.GetProperty("customerId").GetString().Should().Be(tour.GetProperty("customer").GetString());
        order.GetProperty("lines")[0].GetProperty("product").GetString().Should().Be(tour.GetProperty("product").GetString());
        await ShowAsync("product", tour.GetProperty("product"));

        var view = await ShowAsync("interaction", tour.GetProperty("articleView"));
        view.GetProperty("channel").GetString().Should().Be("web");
        view.GetProperty("links")[0].GetProperty("id").GetString().Should().Be(tour.GetProperty("portalSearch").GetProperty("article").GetString());

        (await ShowAsync("knowledge", tour.GetProperty("guestSearch").GetProperty("article"))).GetProperty("audience").GetString().Should().Be("public");
        (await ShowAsync("knowledge", tour.GetProperty("portalSearch").GetProperty("article"))).GetProperty("audience").GetString().Should().Be("customer");
        await CasesAsync(database, tour);
        await SearchesAsync(database, tour);
        await ValuesAsync(database, tour);
    }

    private async Task CasesAsync(string database, JsonElement tour)
    {
        Task<JsonElement> ShowAsync(string what, JsonElement key) => CrmRun.JsonAsync(_folder.Path, what, "show", key.GetString()!, "--db", database);

        var told = tour.GetProperty("case");
        var shown = await ShowAsync("case", told.GetProperty("number"));
        (shown.GetProperty("product").GetString(), shown.GetProperty("order").GetString(), shown.GetProperty("orderLine").GetInt32(), shown.GetProperty("serialNumber").GetString())
            .Should().Be((told.GetProperty("product").GetString(), told.GetProperty("order").GetString(), 1, "S2-0007731"));
        shown.GetProperty("viewedArticles").EnumerateArray().Select(a => a.GetProperty("article").GetString())
            .Should().Equal(told.GetProperty("viewedArticles").EnumerateArray().Select(a => a.GetString()))
            .And.Equal(tour.GetProperty("portalSearch").GetProperty("article").GetString());
        shown.GetProperty("messages").GetArrayLength().Should().Be(2);

        // Opened on Saturday at 12:52 in New York, where the desk works until 18:00, and on Monday from 08:00 on: an hour, and twelve hours of work.
        (told.GetProperty("firstResponseDue").GetString(), told.GetProperty("resolutionDue").GetString()).Should().Be(("1998-07-18T17:52:00Z", "1998-07-20T18:52:00Z"));
        shown.GetProperty("deadlines").EnumerateArray().ToDictionary(d => d.GetProperty("target").GetString()!, d => (d.GetProperty("due").GetString(), d.GetProperty("status").GetString()))
            .Should().Contain("firstResponse", (told.GetProperty("firstResponseDue").GetString(), "met")).And.Contain("resolution", (told.GetProperty("resolutionDue").GetString(), "met"));

        var visit = await ShowAsync("visit", tour.GetProperty("visit"));
        (visit.GetProperty("caseId").GetString(), visit.GetProperty("status").GetString()).Should().Be((told.GetProperty("id").GetString(), "done"));
        var call = await ShowAsync("interaction", tour.GetProperty("call"));
        (call.GetProperty("channel").GetString(), call.GetProperty("ourAddress").GetString()).Should().Be(("phone", "+1 800 555 0199"));
        call.GetProperty("links")[0].GetProperty("id").GetString().Should().Be(shown.GetProperty("id").GetString());
        var article = await ShowAsync("knowledge", tour.GetProperty("newArticle"));
        article.GetProperty("sourceId").GetString().Should().Be(shown.GetProperty("id").GetString());
        article.GetProperty("body").GetString().Should().Be(shown.GetProperty("solution").GetString());
        shown.GetProperty("articles").EnumerateArray().Should().ContainSingle(a => a.GetProperty("as").GetString() == "source" && a.GetProperty("article").GetString() == tour.GetProperty("newArticle").GetString());
        var rating = await CrmRun.JsonAsync(_folder.Path, "knowledge", "vote", tour.GetProperty("newArticle").GetString()!, "--customer", tour.GetProperty("customer").GetString()!, "--db", database);
        rating.GetProperty("helpful").GetInt32().Should().Be(tour.GetProperty("rating").GetProperty("helpful").GetInt32()).And.Be(1);
    }

    private async Task SearchesAsync(string database, JsonElement tour)
    {
        async Task<string?[]> FindAsync(string audience) =>
            [.. (await CrmRun.JsonAsync(_folder.Path, "knowledge", "search", "NO", "DISC", "--audience", audience, "--db", database))
                .GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("article").GetString())];

        var (forCustomers, fresh) = (tour.GetProperty("portalSearch").GetProperty("article").GetString(), tour.GetProperty("newArticle").GetString());
        (await FindAsync("public")).Should().Contain(fresh).And.NotContain(forCustomers);
        (await FindAsync("customer")).Should().Contain([fresh, forCustomers]);
    }

    // The figures of the story are those that the analysis gives for the same database.
    private async Task ValuesAsync(string database, JsonElement tour)
    {
        var (id, value) = (tour.GetProperty("customer").GetString(), tour.GetProperty("value"));
        string[] window = ["--as-of", value.GetProperty("asOf").GetString()!, "--db", database];
        JsonElement Of(JsonElement answer) => answer.GetProperty("perCustomer").EnumerateArray().Single(c => c.GetProperty("customer").GetString() == id);

        var alive = Of(await CrmRun.JsonAsync(_folder.Path, ["analyze", "lifetime", .. window]));
        value.GetProperty("pAlive").GetDouble().Should().BeApproximately(alive.GetProperty("pAlive").GetDouble(), 5.1e-5).And.BeApproximately(0.9324, 5e-5);
        value.GetProperty("expectedPurchases").GetDouble().Should().BeApproximately(alive.GetProperty("expectedPurchases").GetDouble(), 5.1e-5).And.BeApproximately(6.7951, 5e-5);
        var stored = (await CrmRun.JsonAsync(_folder.Path, "insight", "show", id!, "--db", database)).GetProperty("insight");
        foreach (var name in new[] { "pAlive", "lifetimeValue", "nextPurchase" })
        {
            value.GetProperty(name).GetRawText().Should().Be(stored.GetProperty(name).GetRawText(), name);
        }

        value.GetProperty("lifetimeValue").GetDouble().Should().BePositive();
        var scored = Of(await CrmRun.JsonAsync(_folder.Path, ["analyze", "rfm", .. window]));
        value.GetProperty("rfmCell").GetString().Should().Be(scored.GetProperty("cell").GetString());
    }
}
