using Crm.Analytics.Purchases;
using Crm.Analytics.Recommendations;
using Crm.Analytics.Tests.Purchases;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using static Crm.Analytics.Tests.Recommendations.RecommendationSamples;

namespace Crm.Analytics.Tests.Recommendations;

public sealed class NextProductsTests
{
    private static IProductModel[] Models(OwnedProducts owned, int? degree = null) =>
    [
        Ease.Fit(owned, new EaseOptions { Lambda = 5, DegreeOfParallelism = degree }),
        ItemKnn.Fit(owned, new ItemKnnOptions { Neighbours = 4, Shrinkage = 1, DegreeOfParallelism = degree }),
        ProductPopularity.Fit(owned),
    ];

    [Fact]
    [Trait("Check", "AN-07")]
    public void For_NewCustomer_OffersWhatGoesWithTheBasketAndSaysWhy()
    {
        var model = ItemKnn.Fit(OwnedProducts.From(Shop));

        var offers = NextProducts.For(["coffee", "unheard of", "coffee"], model);

        // Coffee has 4 buyers, filters 3, all of whom bought coffee: 3 / sqrt(4 * 3).
        offers[0].Product.Should().Be((PurchaseKey)"filter");
        offers[0].Score.Should().BeApproximately(3 / Math.Sqrt(12), 1e-6);
        offers[0].Because.Should().ContainSingle().Which.Product.Should().Be((PurchaseKey)"coffee");
        Keys(offers).Should().Equal("filter", "milk");
    }

    [Fact]
    public void For_Shrinkage_WeakensRarePairs()
    {
        var model = ItemKnn.Fit(OwnedProducts.From(Shop), new ItemKnnOptions { Shrinkage = 2 });

        NextProducts.For(["coffee"], model)[0].Score.Should().BeApproximately(3 / (Math.Sqrt(12) + 2), 1e-6);
    }

    [Fact]
    public void Fit_OneNeighbour_KeepsTheNearestOfEachProduct()
    {
        var model = ItemKnn.Fit(OwnedProducts.From(Shop), new ItemKnnOptions { Neighbours = 1 });

        // Of milk's five buyers two bought filters and two tea, which have three buyers each: of a tie the lower key is nearer.
        var (filter, tea, milk) = (model.Products.Find("filter"), model.Products.Find("tea"), model.Products.Find("milk"));
        model.Contribution(filter, milk).Should().BeApproximately((float)(2 / Math.Sqrt(15)), 1e-6f);
        model.Contribution(tea, milk).Should().Be(0);
    }

    [Fact]
    public void Ease_Weights_AreThoseOfTheClosedForm()
    {
        var owned = OwnedProducts.From(RecommendationSamples.Random(3));
        var model = Ease.Fit(owned, new EaseOptions { Lambda = 2 });

        var x = Matrix<double>.Build.Dense(owned.Customers.Count, owned.Products.Count);
        for (var customer = 0; customer < owned.Customers.Count; customer++)
        {
            foreach (var product in owned.Of(customer)) x[customer, product] = 1;
        }

        var p = ((x.Transpose() * x) + (2 * Matrix<double>.Build.DenseIdentity(owned.Products.Count))).Inverse();
        for (var i = 0; i < owned.Products.Count; i++)
        {
            for (var j = 0; j < owned.Products.Count; j++)
                model.Contribution(i, j).Should().BeApproximately(i == j ? 0 : (float)(-p[i, j] / p[j, j]), 1e-4f);
        }
    }

    [Fact]
    public void From_AnyLog_EqualsForEachCustomerAndOffersNothingOwned() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
    {
        var owned = OwnedProducts.From(RecommendationSamples.Random(seed));
        foreach (var model in Models(owned))
        {
            var table = NextProducts.From(owned, model, new NextProductOptions { Count = 5 });
            for (var customer = 0; customer < owned.Customers.Count; customer++)
            {
                string[] bought = [.. owned.Of(customer).ToArray().Select(product => owned.Products[product].ToString())];
                var offers = table[customer];
                offers.Should().BeEquivalentTo(
                    NextProducts.For(owned.Of(customer).ToArray().Select(product => owned.Products[product]), model, table.Options), o => o.WithStrictOrdering());
                Keys(offers).Should().NotIntersectWith(bought).And.OnlyHaveUniqueItems();
                offers.Select(offer => offer.Score).Should().BeInDescendingOrder();
                offers.All(offer => offer.Score > 0).Should().BeTrue();
                offers.SelectMany(offer => offer.Because).All(reason => bought.Contains(reason.Product.ToString())).Should().BeTrue();
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void From_AnyDegree_IsTheSame()
    {
        var owned = OwnedProducts.From(RecommendationSamples.Random(11, customers: 400, products: 150));
        foreach (var (one, other) in Models(owned, 1).Zip(Models(owned, 4)))
        {
            var (single, several) = (
                NextProducts.From(owned, one, new NextProductOptions { DegreeOfParallelism = 1 }), NextProducts.From(owned, other, new NextProductOptions { DegreeOfParallelism = 4 }));
            for (var customer = 0; customer < owned.Customers.Count; customer++)
            {
                several.Products(customer).ToArray().Should().Equal(single.Products(customer).ToArray());
                several.Scores(customer).ToArray().Should().Equal(single.Scores(customer).ToArray());
            }
        }
    }

    [Fact]
    public void From_AnotherLog_MapsProductsAndCountsUnknownOnes()
    {
        var model = ItemKnn.Fit(OwnedProducts.From(Shop));

        var table = NextProducts.From(OwnedProducts.From(Log((99, ["anvil", "coffee"]))), model);

        table.UnknownPairs.Should().Be(1);
        Keys(table[0]).Should().Equal("filter", "milk");
    }

    [Fact]
    public void From_IncludeOwned_MayOfferAgain()
    {
        var owned = OwnedProducts.From(Shop);
        var table = NextProducts.From(owned, ProductPopularity.Fit(owned), new NextProductOptions { IncludeOwned = true, Count = 1 });

        table[owned.Customers.Find(8)].Should().ContainSingle().Which.Product.Should().Be((PurchaseKey)"milk");
    }

    [Fact]
    public void From_LogWithoutProductsOrRows_IsEmpty()
    {
        foreach (var log in new[] { PurchaseLog.From([]), PurchaseLog.From([LogSamples.Row(1, 0, 5)]) })
        {
            var owned = OwnedProducts.From(log);
            owned.Pairs.Should().Be(0);
            foreach (var model in Models(owned))
            {
                var table = NextProducts.From(owned, model);
                for (var customer = 0; customer < owned.Customers.Count; customer++) table[customer].Should().BeEmpty();
            }

            LeaveLastOut.From(log).Evaluate(ProductPopularity.Fit(LeaveLastOut.From(log).Training.In(log.Products))).HitRate.Should().BeNull();
        }
    }

    [Fact]
    public void Owned_ReturnsAndRepetitions_CountOnceAndTakeNothingAway()
    {
        var day = LogSamples.Start;
        var owned = OwnedProducts.From(PurchaseLog.From(
        [
            new PurchaseRow(1, day, 5, Product: "a"), new PurchaseRow(1, day.PlusDays(1), 5, Product: "a"), new PurchaseRow(1, day.PlusDays(2), -5, -1, "a"),
            new PurchaseRow(1, day, -3, -1, "b"),
        ]));

        owned.Of(0).ToArray().Should().Equal(owned.Products.Find("a"));
    }

    [Fact]
    public void LeaveLastOut_HoldsOutTheLastFirstPurchase()
    {
        var test = LeaveLastOut.From(Log((1, ["a", "b", "a"]), (2, ["c"])));

        test.HeldOut.ToArray().Should().Equal(test.Training.Products.Find("b"), -1);
        test.Training.Pairs.Should().Be(2);
        // a and c have one buyer each: customer 1 sees c (1), then b (0): rank 2.
        var quality = test.Evaluate(ProductPopularity.Fit(test.Training));
        quality.HitRate.Should().Be(1);
        quality.Ndcg.Should().BeApproximately(1 / Math.Log2(3), 1e-12);
        quality.MeanReciprocalRank.Should().Be(.5);
        test.Evaluate(ProductPopularity.Fit(test.Training), cutoff: 1).HitRate.Should().Be(0);
    }

    [Fact]
    public void BadOptions_AreRefused()
    {
        var owned = OwnedProducts.From(Shop);
        Action[] acts =
        [
            () => Ease.Fit(owned, new EaseOptions { Lambda = 0 }),
            () => Ease.Fit(owned, new EaseOptions { Lambda = double.NaN }),
            () => Ease.Fit(owned, new EaseOptions { MaximumProducts = 2 }),
            () => ItemKnn.Fit(owned, new ItemKnnOptions { Neighbours = 0 }),
            () => ItemKnn.Fit(owned, new ItemKnnOptions { Shrinkage = -1 }),
            () => NextProducts.From(owned, ProductPopularity.Fit(owned), new NextProductOptions { Count = 0 }),
            () => LeaveLastOut.From(Shop).Evaluate(ProductPopularity.Fit(owned), 0),
            () => LeaveLastOut.From(Shop).Evaluate(ItemKnn.Fit(OwnedProducts.From(Log((1, ["x"]))))),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
