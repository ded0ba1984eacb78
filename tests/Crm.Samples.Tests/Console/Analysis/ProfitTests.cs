using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Profit through the outside face.</summary>
public sealed class ProfitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Check", "AN-06")]
    public async Task Profit_OfASmallBusiness_ReconcilesToTheCent()
    {
        var purchases = _folder.Write("bought.csv", """
            customer,date,amount,quantity,cost
            ann,2026-01-01,300,1,180
            ann,2026-01-10,-50,-1,-30
            bob,2026-01-04,40,1,25
            """);
        var services = _folder.Write("services.csv", "customer,activity,quantity\nann,minute,10\nann,mailing,3\nbob,visit,\ncid,minute,30\n,minute,5\n");
        var discounts = _folder.Write("discounts.csv", "customer,amount\nann,15\nann,5\n");

        string[] asked = ["profit", purchases, "--services", services, "--discounts", discounts, "--tariff", "minute=0.85,visit=60,mailing=0.0333", "--overhead", "10"];
        var found = await Analyze.JsonAsync(asked);

        var total = found.Of("total");
        (total.Number("sales"), total.Number("discounts"), total.Number("returns"), total.Number("costOfGoods"), total.Number("costToServe"), total.Number("overhead"))
            .Should().Be((360, 20, 50, 175, 94.0999, 10));
        total.Of("profit").GetDecimal().Should().Be(360 - 20 - 50 - 175 - 94.0999m - 10);
        found.Of("perCustomer").EnumerateArray().Sum(c => c.Of("statement").Of("profit").GetDecimal()).Should().Be(total.Of("profit").GetDecimal());
        found.Customer("bob").Of("drivers")[0].Of("component").GetString().Should().BeEquivalentTo("costToServe");
        (found.Of("profitable").Number("customers"), found.Of("unprofitable").Number("customers"), found.Number("costRowsWithoutCustomer")).Should().Be((1, 2, 1));
        (await Analyze.RunAsync(asked)).Output.Should().Contain("Largest losses").And.Contain("cost to serve");
    }

    [Fact]
    [Trait("Check", "AN-06")]
    public async Task Profit_OfADatabase_CountsItsOwnService()
    {
        _folder.Write("customers.csv", "id,givenName,familyName,email\n1,Anna,Rossi,anna@example.com\n");
        _folder.Write("bought.csv", "customer,date,product,amount,cost\n1,2026-01-05,kettle,50,20\n");
        await DoAsync("import", "customers", "customers.csv");
        await DoAsync("import", "purchases", "bought.csv", "--currency", "EUR");
        await DoAsync("queue", "create", "Support");
        await DoAsync("queue", "agent", "ada", "--availability", "active");
        await DoAsync("queue", "join", "Support", "ada");
        var item = (await DoAsync("queue", "add", "Support", "--customer", "anna@example.com", "--subject", "Broken")).Of("id").GetString()!;
        await DoAsync("queue", "next", "--agent", "ada");
        await DoAsync("queue", "finish", item, "--talk", "200s", "--hold", "20s", "--wrap-up", "30s");

        var found = await DoAsync("analyze", "profit", "--tariff", "caseMinute=1.2,contactMinute=1.2,visit=60");
        found.Of("customers").GetInt32().Should().Be(1);
        var total = found.Of("total");
        (total.Number("sales"), total.Number("costOfGoods"), total.Number("costToServe"), total.Number("profit")).Should().Be((50, 20, 5, 25), "four minutes and ten seconds");
        (await DoAsync("analyze", "profit")).Of("total").Number("costToServe").Should().Be(0, "without a tariff nothing has a price");
        (await DoAsync("analyze", "profit", "--tariff", "caseMinute=1.2", "--as-of", "2026-01-31")).Of("total").Number("costToServe").Should().Be(0, "it was later");

        Task<System.Text.Json.JsonElement> DoAsync(params string[] args) => CrmRun.JsonAsync(_folder.Path, args);
    }

    [SkippableFact]
    [Trait("Check", "AN-06")]
    public async Task Profit_OfOnlineRetail_GivesTheReference()
    {
        var whole = await Analyze.JsonAsync(["profit", .. Analyze.RetailFiles(), "--map", "order=invoice,product=stock,quantity=qty,date=ts", "--top", "1"]);
        whole.Of("customers").GetInt32().Should().Be(4372);
        whole.Of("whale").Number("peakShare").Should().BeApproximately(1.001594, 5e-7);
        whole.Of("unprofitable").Of("drivers")[0].Of("component").GetString().Should().BeEquivalentTo("returns");
        var bought = await Analyze.JsonAsync(["profit", .. Analyze.RetailFiles(), .. Analyze.RetailOptions, "--top", "1"]);
        bought.Of("sales").Number("gini").Should().BeApproximately(.715140, 5e-7);
        bought.Of("sales").Of("customersFor80").GetInt32().Should().Be(1133);
        bought.Of("costsAreKnown").GetBoolean().Should().BeFalse();
    }

    [Theory]
    [InlineData(2, "--tariff", "visit")]
    [InlineData(2, "--tariff", "visit=1,visit=2")]
    [InlineData(2, "--overhead", "-1")]
    [InlineData(2, "--overhead-by", "weight")]
    [InlineData(3, "--services", "FILE")]
    [InlineData(3, "--discounts", "FILE")]
    public async Task BadInput_HasAReason(int status, params string[] args)
    {
        var file = _folder.Write("rows.csv", "customer,date,amount,activity\n1,2026-01-01,,lunch\n");
        var run = await Analyze.RunAsync(["profit", file, .. args.Select(arg => arg == "FILE" ? file : arg)]);
        run.ExitCode.Should().Be(status);
        run.Errors.Should().NotBeEmpty();
    }
}
