using Crm.Testing;

namespace Crm.Samples.Tests.Console;

/// <summary>Next products through the outside face.</summary>
public sealed class NextProductTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    [Trait("Check", "AN-07")]
    public async Task Holdout_OfOnlineRetail_GivesTheReference()
    {
        var found = await Analyze.JsonAsync(["next-product", .. Analyze.RetailFiles(), .. Analyze.RetailOptions, "--method", "itemknn", "--holdout", "last-new"]);
        found.Of("users").GetInt32().Should().Be(4247);
        found.Number("hitRateAt10").Should().BeApproximately(.145044, .001);
        found.Number("ndcgAt10").Should().BeApproximately(.080308, .001);
        found.Number("milliseconds").Should().BePositive();
    }

    [Theory]
    [InlineData("ease", "--lambda", "1")]
    [InlineData("itemknn", "--neighbours", "5")]
    public async Task NextProduct_OfASmallShop_OffersWhatIsNewAndSaysWhy(params string[] model)
    {
        var file = _folder.Write("shop.csv", """
            customer,date,product,amount
            ann,2026-01-01,coffee,5
            ann,2026-01-02,filter,2
            bob,2026-01-01,coffee,5
            bob,2026-01-03,filter,2
            cid,2026-01-02,coffee,5
            dot,2026-01-02,tea,4
            """);
        var found = await Analyze.JsonAsync(["next-product", file, "--method", .. model]);
        var offers = found.Customer("cid").Of("products");
        offers[0].Of("product").GetString().Should().Be("filter");
        offers[0].Of("because")[0].Of("product").GetString().Should().Be("coffee");
        found.Customer("dot").Of("products").GetArrayLength().Should().Be(0);
        (await Analyze.RunAsync(["next-product", file, "--method", .. model])).Output.Should().Contain("filter");
    }
}
