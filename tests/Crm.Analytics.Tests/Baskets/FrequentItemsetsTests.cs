using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Baskets;

public sealed class FrequentItemsetsTests
{
    // Counts on which Borgelt's fpgrowth, SPMF and arules agree; closed and maximal ones by Borgelt.
    [SkippableTheory]
    [Trait("Check", "AN-07")]
    [InlineData("retail.dat", 89, 7589, 7572, 3452)]
    [InlineData("retail.dat", 88, 7712, 7695, 3507)]
    [InlineData("retail.dat", 44, 19836, 19698, 8365)]
    [InlineData("retail.dat", 9, 240852, 189077, 75200)]
    [InlineData("mushroom.dat", 1625, 53583, 0, 0)]
    [InlineData("mushroom.dat", 813, 574431, 0, 0)]
    [InlineData("mushroom.dat", 407, 3755511, 12843, 1442)]
    public void Count_PublicBaskets_AreThoseOfOtherMiners(string file, int count, int all, int closed, int maximal)
    {
        var baskets = BasketSamples.Fimi(file);
        Total(ItemsetKind.All).Should().Be(all);
        if (closed == 0) return;
        Total(ItemsetKind.Closed).Should().Be(closed);
        Total(ItemsetKind.Maximal).Should().Be(maximal);

        long Total(ItemsetKind kind) => FrequentItemsets.Count(baskets, new ItemsetOptions { MinimumCount = count, Kind = kind }).Total;
    }

    [SkippableTheory]
    [InlineData(10, 13492, 13464, 7794)]
    [InlineData(99, 333, -1, -1)]
    public void Find_Groceries_HoldsWhatCountCounts(int count, int all, int closed, int maximal)
    {
        var baskets = BasketSamples.Groceries();
        foreach (var (kind, expected) in new[] { (ItemsetKind.All, all), (ItemsetKind.Closed, closed), (ItemsetKind.Maximal, maximal) })
        {
            var options = new ItemsetOptions { MinimumCount = count, Kind = kind };
            var (found, counted) = (FrequentItemsets.Find(baskets, options), FrequentItemsets.Count(baskets, options));
            if (expected >= 0) found.Count.Should().Be(expected);
            found.BySize.Should().Equal(counted.BySize);
            found.IsTruncated.Should().BeFalse();
        }

        baskets.CountOfShare(0.01m).Should().Be(99, "98.35 baskets are not enough");
    }

    [Fact]
    public void Find_AnyBaskets_IsWhatTryingEverySubsetFinds() =>
        Prop.ForAll(BasketSamples.Baskets, Gen.Choose(1, 4).ToArbitrary(), Gen.Choose(0, 2).Select(k => (ItemsetKind)k).ToArbitrary(), (baskets, minimum, kind) =>
        {
            var options = new ItemsetOptions { MinimumCount = minimum, Kind = kind };
            var expected = BasketSamples.Naive(baskets, minimum, kind).ToArray();
            var found = FrequentItemsets.Find(BasketSamples.Of(baskets), options);
            BasketSamples.Texts(found).Should().BeEquivalentTo(expected);
            FrequentItemsets.Count(BasketSamples.Of(baskets), options).Total.Should().Be(expected.Length);
            var sized = FrequentItemsets.Find(BasketSamples.Of(baskets), options with { MinimumSize = 2, MaximumSize = 3 });
            BasketSamples.Texts(sized).Should().BeEquivalentTo(expected.Where(e => e.Count(c => c == ' ') is 2 or 3));
            FrequentItemsets.Count(BasketSamples.Of(baskets), options with { MinimumSize = 2, MaximumSize = 3 }).BySize.Should().Equal(sized.BySize);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Top_AnyBaskets_AreThoseOfHighestCount() =>
        Prop.ForAll(BasketSamples.Baskets, Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 1).Select(k => (ItemsetKind)k).ToArbitrary(), (baskets, top, kind) =>
        {
            var options = new ItemsetOptions { MinimumCount = 1, Kind = kind };
            var all = FrequentItemsets.Find(BasketSamples.Of(baskets), options);
            var found = FrequentItemsets.Top(BasketSamples.Of(baskets), top, options);
            found.Select(set => set.Count).Should().Equal(all.Select(set => set.Count).OrderDescending().Take(top));
            BasketSamples.Texts(found).Should().BeSubsetOf(BasketSamples.Texts(all)).And.OnlyHaveUniqueItems();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_MoreSetsThanAllowed_SaysThatItIsTruncated_TheSameAtAnyDegree()
    {
        var random = new System.Random(5);
        var baskets = BasketSamples.Of([.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 12).Select(_ => random.Next(40)).ToArray())]);
        var options = new ItemsetOptions { MinimumCount = 5, DegreeOfParallelism = 1 };
        var all = BasketSamples.Texts(FrequentItemsets.Find(baskets, options)).ToArray();
        foreach (var degree in new[] { 1, 2, 5 })
        {
            BasketSamples.Texts(FrequentItemsets.Find(baskets, options with { DegreeOfParallelism = degree })).Should().Equal(all);
            var cut = FrequentItemsets.Find(baskets, options with { DegreeOfParallelism = degree, MaximumItemsets = 100 });
            cut.IsTruncated.Should().BeTrue();
            BasketSamples.Texts(cut).Should().Equal(all.Take(100));
        }

        FrequentItemsets.Find(baskets, options with { MaximumItemsets = all.Length }).IsTruncated.Should().BeFalse("there are not more");
    }

    [Fact]
    public void Find_EmptyAndDoubleItems_CountOnce()
    {
        var baskets = BasketSamples.OfText("milk milk bread", "", "milk bread", "bread");
        (baskets.Count, baskets.EmptyBaskets, baskets.DuplicateItems, baskets.LargestBasket).Should().Be((4, 1, 1, 2));
        BasketSamples.Texts(FrequentItemsets.Find(baskets, new ItemsetOptions { MinimumCount = 2 })).Should().Equal("bread: 3", "milk: 2", "bread milk: 2");
        FrequentItemsets.Find(BasketSamples.OfText(), new ItemsetOptions { MinimumCount = 1 }).Should().BeEmpty();
        FrequentItemsets.Count(BasketSamples.OfText("", ""), new ItemsetOptions { MinimumCount = 1 }).Total.Should().Be(0);
    }

    [Fact]
    public void HugeBasket_IsMinedExactly_OrLeftOutAndCounted()
    {
        int[][] baskets = [[.. Enumerable.Range(0, 100_000)], [1, 2, 3], [2, 3, 200_000], [3]];
        var options = new ItemsetOptions { MinimumCount = 2 };
        BasketSamples.Texts(FrequentItemsets.Find(BasketSamples.Of(baskets), options)).Should().BeEquivalentTo(
            "3: 4", "2: 3", "2 3: 3", "1: 2", "1 3: 2", "1 2: 2", "1 2 3: 2");
        FrequentItemsets.Find(BasketSamples.Of(baskets), options with { MinimumCount = 1, MaximumItemsets = 1000 }).IsTruncated.Should().BeTrue();
        ((Action)(() => FrequentItemsets.Count(BasketSamples.Of(baskets), options with { MinimumCount = 1 }))).Should().Throw<OverflowException>();

        var small = BasketTable.From(baskets.Select(b => b.Select(i => (PurchaseKey)i)), new BasketOptions { MaximumSize = 1000 });
        (small.Count, small.OversizedBaskets).Should().Be((3, 1));
        BasketSamples.Texts(FrequentItemsets.Find(small, options)).Should().Equal("3: 3", "2: 2", "2 3: 2");
    }

    [Fact]
    public void From_Log_TakesOrdersOrDaysOrCustomers_WithoutReturns()
    {
        var log = PurchaseLog.From(
        [
            new("ann", new(2026, 1, 5), 3, Product: "milk", Order: "A"),
            new("ann", new(2026, 1, 5), 3, Product: "bread", Order: "B"),
            new("ann", new(2026, 1, 9), 3, Product: "soap", Order: "B"),
            new("ann", new(2026, 1, 9), -3, Product: "soap", Order: "R"),
            new("bob", new(2026, 1, 9), 3, Product: "milk"),
            new("bob", new(2026, 1, 9), 3),
        ]);
        Sizes(BasketUnit.Order).Should().Equal(1, 1, 2);
        Sizes(BasketUnit.Day).Should().Equal(1, 1, 2);
        Sizes(BasketUnit.Customer).Should().Equal(1, 3);

        IEnumerable<int> Sizes(BasketUnit unit)
        {
            var baskets = BasketTable.From(log, new BasketOptions { Unit = unit });
            return Enumerable.Range(0, baskets.Count).Select(b => baskets.ItemsOf(b).Length).Order().ToArray();
        }
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        var baskets = BasketSamples.OfText("a b");
        foreach (var options in new ItemsetOptions[]
        {
            new() { MinimumCount = 0 }, new() { MinimumCount = 1, MinimumSize = 0 }, new() { MinimumCount = 1, MinimumSize = 3, MaximumSize = 2 },
            new() { MinimumCount = 1, MaximumItemsets = 0 }, new() { MinimumCount = 1, Kind = (ItemsetKind)9 }, new() { MinimumCount = 1, DegreeOfParallelism = 0 },
        })
            ((Action)(() => FrequentItemsets.Find(baskets, options))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => baskets.CountOfShare(0))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => FrequentItemsets.Top(baskets, 1, new ItemsetOptions { MinimumCount = 1, Kind = ItemsetKind.Maximal }))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => BasketTable.From(PurchaseKeyColumn.From(new long[] { 1, 2 }), [0, 3]))).Should().Throw<ArgumentException>();
    }
}
