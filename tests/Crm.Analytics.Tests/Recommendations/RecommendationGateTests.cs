using Crm.Analytics.Recommendations;

namespace Crm.Analytics.Tests.Recommendations;

/// <summary>Figures of independent closed-form implementations on UCI Online Retail, leaving the last new product out.</summary>
public sealed class RecommendationGateTests
{
    private static readonly Lazy<LeaveLastOut> s_retail = new(() => LeaveLastOut.From(OnlineRetail.Log()));

    [SkippableFact]
    public void LeaveLastOut_OnlineRetail_HoldsOutTheKnownPairs()
    {
        s_retail.Value.Training.Pairs.Should().Be(262_545);
        s_retail.Value.TestCustomers.Should().Be(4_247);
    }

    [SkippableFact]
    public void Popularity_OnlineRetail_GivesTheReference() => Check(ProductPopularity.Fit(s_retail.Value.Training), .066400, .036832);

    [SkippableTheory]
    [Trait("Check", "AN-07")]
    [InlineData(100, .166706, .093104)]
    [InlineData(300, .169531, .094133)]
    [InlineData(500, .165764, .092165)]
    public void Ease_OnlineRetail_GivesTheReference(double lambda, double hitRate, double ndcg)
    {
        Skip.If(lambda != 300 && Environment.GetEnvironmentVariable("CRM_FULL") != "1", "One matrix is enough; all with CRM_FULL=1.");
        Check(Ease.Fit(s_retail.Value.Training, new EaseOptions { Lambda = lambda }), hitRate, ndcg);
    }

    [SkippableTheory]
    [Trait("Check", "AN-07")]
    [InlineData(20, .145044, .080308)]
    [InlineData(100, .141276, .078168)]
    [InlineData(3665, .135390, .081313)]
    public void ItemKnn_OnlineRetail_GivesTheReference(int neighbours, double hitRate, double ndcg) =>
        Check(ItemKnn.Fit(s_retail.Value.Training, new ItemKnnOptions { Neighbours = neighbours }), hitRate, ndcg);

    private static void Check(IProductModel model, double hitRate, double ndcg)
    {
        var quality = s_retail.Value.Evaluate(model);
        quality.Customers.Should().Be(4_247);
        quality.HitRate.Should().BeApproximately(hitRate, .001);
        quality.Ndcg.Should().BeApproximately(ndcg, .001);
    }
}
