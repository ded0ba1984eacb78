using System.Text.Json;
using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary><c>crm order</c>, <c>product</c>, <c>price-list</c>, <c>stock</c> and <c>subscription</c> on one database.</summary>
[Trait("Check", "OR-02")]
public sealed class OrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "OR-01")]
    [Trait("Check", "OR-03")]
    public async Task Order_PricedReservedDeliveredCancelledAndReturned_NetsOut()
    {
        await ShopAsync();
        await DoAsync("price-list", "add", "dealer", "--valid-until", "2999-12-31");
        await DoAsync("price-list", "set", "dealer", "KETTLE", "--price", "25", "--from-quantity", "3");
        await DoAsync("price-list", "assign", "dealer", "import:1");
        await DoAsync("price-list", "agree", "import:1", "CUP", "--price", "4");
        await DoAsync("stock", "keep", "KETTLE", "--quantity", "3");

        var why = await DoAsync("product", "explain", "KETTLE", "--quantity", "3", "--for", "import:1");
        (Amount(why, "price"), why.GetProperty("source").GetString(), why.GetProperty("priceList").GetString(), why.GetProperty("from").GetDecimal()).Should().Be((25m, "customerList", "dealer", 3m));
        var placed = await DoAsync("order", "place", "import:1", "--line", "KETTLE,quantity=3", "--line", "CUP,quantity=2", "--line", "CUP,price=1,discount=0.5,text=Chipped", "--external-id", "web:1");
        var number = placed.GetProperty("number").GetString()!;
        Amount(placed, "total").Should().Be(83.5m);
        (await DoAsync("order", "place", "import:1", "--line", "KETTLE,quantity=3", "--line", "CUP,quantity=2", "--line", "CUP,price=1,discount=0.5,text=Chipped", "--external-id", "web:1"))
            .GetProperty("number").GetString().Should().Be(number, "a repetition is the same order");
        (await CodeAsync("order", "place", "import:1", "--line", "CUP", "--external-id", "web:1")).Should().Be("OrderKeyReused");
        (await CodeAsync("order", "place", "import:2", "--line", "KETTLE")).Should().Be("StockExhausted");

        (await DoAsync("order", "deliver", number, "--line", "1=2", "--line", "2", "--reference", "T-1")).GetProperty("status").GetString().Should().Be("partlyDelivered");
        (await CodeAsync("order", "deliver", number, "--line", "1=1.5")).Should().Be("DeliveryExceedsOrder");
        (await CodeAsync("order", "return", number, "--line", "1", "--quantity", "3")).Should().Be("ReturnExceedsOrder");
        await DoAsync("order", "return", number, "--line", "1", "--quantity", "1");
        var completed = await DoAsync("order", "cancel", number);
        completed.GetProperty("status").GetString().Should().Be("completed");
        completed.GetProperty("deliveries").GetArrayLength().Should().Be(1);
        var stock = await DoAsync("stock", "show", "KETTLE");
        (stock.GetProperty("onHand").GetDecimal(), stock.GetProperty("reserved").GetDecimal(), stock.GetProperty("available").GetDecimal()).Should().Be((1m, 0m, 1m));

        var bought = (await DoAsync("order", "purchases", "import:1")).GetProperty("purchases").EnumerateArray()
            .Select(p => (p.GetProperty("line").GetInt32(), p.GetProperty("bought").GetDecimal(), p.GetProperty("quantity").GetDecimal(), Amount(p, "amount"))).Order().ToList();
        bought.Should().Equal((1, 3m, 1m, 25m), (2, 2m, 2m, 8m), (3, 1m, 0m, 0m));
        (await DoAsync("order", "list", "import:1")).GetProperty("orders").GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Trait("Check", "OR-01")]
    public async Task Bundle_InAnOrder_IsItsComponents()
    {
        await ShopAsync();
        await DoAsync("product", "add", "SET", "--price", "50");
        (await DoAsync("product", "compose", "SET", "--of", "KETTLE", "--of", "CUP=6")).GetProperty("components").GetArrayLength().Should().Be(2);
        (await CodeAsync("product", "compose", "KETTLE", "--of", "SET")).Should().Be("BundleNested");

        var placed = await DoAsync("order", "place", "import:1", "--line", "SET");
        placed.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("product").GetString(), l.GetProperty("bundle").GetString(), l.GetProperty("quantity").GetDecimal())).Should().Equal(
            ("KETTLE", "SET", 1m), ("CUP", "SET", 6m));
        placed.GetProperty("lines").EnumerateArray().Sum(l => Amount(l, "total")).Should().Be(50);
        (await DoAsync("order", "cancel", placed.GetProperty("number").GetString()!)).GetProperty("status").GetString().Should().Be("cancelled");
    }

    [Fact]
    public async Task Subscription_OfThreePeriodsLongAgo_IsBookedOnceAndExpires()
    {
        await ShopAsync();
        var started = await DoAsync("subscription", "start", "import:1", "--product", "CUP", "--price", "4", "--starts", "2020-01-31", "--periods", "3");
        (started.GetProperty("status").GetString(), started.GetProperty("periods").GetInt32(), started.GetProperty("endedOn").GetString()).Should().Be(("expired", 3, "2020-04-30"));
        (await DoAsync("subscription", "renew")).GetProperty("subscriptions").GetArrayLength().Should().Be(0);
        (await DoAsync("order", "purchases", "import:1")).GetProperty("purchases").EnumerateArray().Select(p => p.GetProperty("purchasedOn").GetString()).Order().Should().Equal("2020-01-31", "2020-02-29", "2020-03-31");

        var running = (await DoAsync("subscription", "start", "import:1", "--product", "CUP", "--months", "12")).GetProperty("number").GetString()!;
        (await DoAsync("subscription", "pause", running)).GetProperty("status").GetString().Should().Be("paused");
        (await DoAsync("subscription", "resume", running)).GetProperty("status").GetString().Should().Be("active");
        Amount(await DoAsync("subscription", "price", running, "--price", "6"), "nextPrice").Should().Be(6);
        (await DoAsync("subscription", "cancel", running, "--at-period-end", "--reason", "Moves")).GetProperty("endsWithPeriod").GetBoolean().Should().BeTrue();
        (await DoAsync("subscription", "cancel", running)).GetProperty("status").GetString().Should().Be("cancelled");
        (await CodeAsync("subscription", "pause", running)).Should().Be("SubscriptionTransitionNotAllowed");
        (await DoAsync("subscription", "list", "import:1")).GetProperty("subscriptions").GetArrayLength().Should().Be(2);
        (await DoAsync("subscription", "cohorts")).GetProperty("cohorts")[0].GetProperty("counts")[0].GetProperty("renewals").GetInt32().Should().Be(2);
    }

    [Theory]
    [InlineData(2, "order", "place", "import:1", "--line", "CUP,colour=red")]
    [InlineData(2, "order", "place", "import:1", "--line", "CUP,quantity=many")]
    [InlineData(2, "order", "place", "import:1", "--line", "CUP", "--in", "TALER")]
    [InlineData(1, "order", "place", "import:1", "--line", "CUP,quantity=-1")]
    [InlineData(1, "order", "place", "import:1", "--line", "TEAPOT")]
    [InlineData(1, "order", "place", "import:1", "--line", "CUP", "--price-list", "none")]
    [InlineData(1, "order", "place", "import:1", "--line", "CUP", "--in", "USD")]
    [InlineData(1, "order", "show", "O-999999")]
    [InlineData(1, "stock", "receive", "CUP", "--quantity", "1")]
    [InlineData(1, "price-list", "show", "none")]
    [InlineData(1, "price-list", "end", "none")]
    [InlineData(1, "subscription", "start", "import:1", "--product", "CUP", "--months", "0")]
    [InlineData(1, "subscription", "show", "S-1")]
    public async Task BadInput_SaysWhy(int status, params string[] command)
    {
        await ShopAsync();
        var run = await CrmRun.RunAsync(_folder.Path, [.. command, "--json"]);
        run.ExitCode.Should().Be(status, run.Errors);
        run.Errors.Should().NotContain("   at ");
    }

    private async Task ShopAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "customers.csv"), "id,givenName,familyName,city\n1,Anna,Rossi,Milano\n2,Bruno,Verdi,Roma\n");
        await DoAsync("import", "customers", "customers.csv");
        await DoAsync("product", "add", "KETTLE", "--name", "Kettle", "--price", "30", "--cost", "12.5");
        await DoAsync("product", "add", "CUP", "--price", "5");
    }

    private Task<JsonElement> DoAsync(params string[] command) => CrmRun.JsonAsync(_folder.Path, command);

    private async Task<string?> CodeAsync(params string[] command)
    {
        var run = await CrmRun.RunAsync(_folder.Path, [.. command, "--json"]);
        run.ExitCode.Should().Be(1, run.Errors);
        return run.Json.GetProperty("errors")[0].GetProperty("code").GetString();
    }

    private static decimal Amount(JsonElement of, string property) => of.GetProperty(property).GetProperty("amount").GetDecimal();
}
