using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Targeting;
using Crm.Analytics.Tests.Recommendations;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Targeting;

public sealed class GainCurveTests
{
    [Fact]
    [Trait("Check", "AN-08")]
    public void Of_FewCustomers_IsTheDefinition()
    {
        var curve = GainCurve.Of([9, 1, 5, 3, 7], [true, false, false, true, true]);

        (curve.Gain(0.2m), curve.Gain(0.4m), curve.Gain(0.6m), curve.Gain(0.8m), curve.Gain(0)).Should().Be((1 / 3.0, 2 / 3.0, 2 / 3.0, 1, 0));
        curve.Lift(0.4m).Should().BeApproximately(2 / 3.0 / 0.4, 1e-12);
        curve.AreaUnderCurve.Should().BeApproximately(5 / 6.0, 1e-12);
        GainCurve.Of([1, 1, 1, 1], [true, false, true, false]).Gain(0.5m).Should().Be(0.5, "ties count as their average");
        (GainCurve.Of([1], [false]).Gain(1), GainCurve.Of([1], [true]).AreaUnderCurve, GainCurve.Of([], []).Gain(1)).Should().Be((null, null, null));
    }

    [Fact]
    public void AreaUnderCurve_OfAnyScores_IsTheShareOfPairsInOrder() => Prop.ForAll(
        (from score in Gen.Choose(0, 6) from target in Gen.Elements(true, false) select (score, target)).ArrayOf().ToArbitrary(),
        rows =>
        {
            var curve = GainCurve.Of([.. rows.Select(row => (double)row.score)], [.. rows.Select(row => row.target)]);
            var (targets, others) = (rows.Where(row => row.target).ToList(), rows.Where(row => !row.target).ToList());
            if (targets.Count == 0 || others.Count == 0) curve.AreaUnderCurve.Should().BeNull();
            else curve.AreaUnderCurve.Should().BeApproximately(
                targets.Sum(one => others.Sum(other => one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0)) / (targets.Count * others.Count), 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Check", "AN-08")]
    public void Audience_OfAProduct_AreThoseWithoutItForWhomMostSpeaks()
    {
        var owned = OwnedProducts.From(RecommendationSamples.Shop);
        var model = ItemKnn.Fit(owned);

        var audience = ProductAudience.For(owned, model, "filter");

        audience.Select(buyer => buyer.Customer.ToString()).Should().Equal("7", "4", "6", "8");
        audience[0].Score.Should().BeApproximately(3 / Math.Sqrt(12), 1e-6, "coffee speaks for filters more than milk does");
        ProductAudience.For(owned, model, "anvil").Should().BeEmpty();
        ProductAudience.For(owned, model, "filter", 1).Should().ContainSingle();
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        var owned = OwnedProducts.From(RecommendationSamples.Shop);
        Action[] acts =
        [
            () => GainCurve.Of([1], []),
            () => GainCurve.Of([double.NaN], [true]),
            () => GainCurve.Of([1], [true]).Gain(1.1m),
            () => GainCurve.Of([1], [true]).Lift(0),
            () => ProductAudience.For(owned, ItemKnn.Fit(owned), "filter", 0),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
