using Crm.Analytics.Baskets;
using Crm.Analytics.Gaps;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Analytics.Tests.Gaps;

public sealed class GapFinderTests
{
    private static readonly LocalDate s_start = new(2026, 1, 1);

    // Five people want a quiet dryer, which nobody sells; four ask how to descale, for which there is a cleaner.
    private static UnmetNeed[] Needs() =>
    [
        .. Enumerable.Range(1, 5).Select(i => Need(NeedSource.Requirement, $"r{i}", $"c{i}", "quiet", "dryer", $"detail{i}")),
        Need(NeedSource.Requirement, "r6", "c1", "quiet", "dryer"),
        .. Enumerable.Range(1, 3).Select(i => new UnmetNeed(NeedSource.UnansweredSearch, $"s{i}", ["descale", "kettle"]) { Visitor = $"v{i}" }),
        Need(NeedSource.Requirement, "r7", "c9", "descale", "kettle"),
        Need(NeedSource.Requirement, "r8", "c8", "velvet"),
    ];

    private static UnmetNeed Need(NeedSource source, string id, string customer, params string[] terms) => new(source, id, terms) { Customer = customer };

    [Fact]
    [Trait("Check", "AN-09")]
    public void Find_ThemesOfNeeds_AreGapsWithEvidence_OrToBeTaughtWhereAProductMeetsThem()
    {
        var table = GapFinder.Find(new GapQuestion
        {
            Needs = Needs(),
            Products = [new OfferedProduct("cleaner", ["descale", "kettle", "liquid"]), new OfferedProduct("turbo", ["dryer", "turbo"]), new OfferedProduct("lamp", ["lamp"])],
            Segments = Enumerable.Range(1, 40).ToDictionary(i => (PurchaseKey)$"c{i}", i => i <= 6 ? "hotels" : "homes"),
        });

        var gap = table.Gaps.Should().ContainSingle().Subject;
        gap.Terms.Should().Equal("dryer", "quiet");
        (gap.People, gap.Customers).Should().Be((5, 5), "who says it twice is one person");
        gap.Evidence.Select(need => need.Id).Should().Equal("r1", "r2", "r3", "r4", "r5", "r6");
        gap.Near.Should().Equal("turbo");
        gap.Segments.Should().ContainSingle().Which.Segment.Should().Be("hotels");

        var lesson = table.ToTeach.Should().ContainSingle().Subject;
        (string.Join(' ', lesson.Terms), lesson.People, lesson.Customers).Should().Be(("descale kettle", 4, 1));
        lesson.MetBy.Should().Equal("cleaner");
        lesson.ToTeach.Should().Equal("c9");
        table.NeedsWithoutTheme.Should().Be(1);
    }

    [Fact]
    [Trait("Check", "AN-09")]
    public void Find_TheSameNeedsInAnyOrder_GiveTheSameThemes() => Prop.ForAll(Gen.Shuffle(Needs()).ToArbitrary(), needs =>
    {
        var question = new GapQuestion { Needs = needs };
        GapFinder.Find(question).Themes.Select(theme => (string.Join(' ', theme.Terms), theme.People, string.Join(' ', theme.Evidence.Select(need => need.Id).Order(StringComparer.Ordinal))))
            .Should().Equal(("dryer quiet", 5, "r1 r2 r3 r4 r5 r6"), ("descale kettle", 4, "r7 s1 s2 s3"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Check", "AN-09")]
    public void Find_Substitutes_AreBoughtByTheSamePeopleAtDifferentTimes()
    {
        // Milk of two brands is drunk by the same half of the customers, one or the other a week; bread goes with either; jam is for others.
        var random = new System.Random(7);
        var rows = new List<PurchaseRow>();
        for (var customer = 0; customer < 60; customer++)
        {
            for (var week = 0; week < 20; week++)
            {
                var day = s_start.PlusDays((week * 7) + (customer % 7));
                if (customer < 30) rows.Add(Row(customer, day, random.Next(2) == 0 ? "milk-a" : "milk-b"));
                if (random.Next(2) == 0) rows.Add(Row(customer, day, "bread"));
                if (customer >= 30) rows.Add(Row(customer, day, random.Next(2) == 0 ? "jam" : "honey"));
                if (random.Next(10) == 0) rows.Add(Row(customer, day, "salt"));
            }
        }

        var table = GapFinder.Find(new GapQuestion { Purchases = PurchaseLog.From(rows) });

        table.Substitutes.Select(pair => (pair.First.AsText(), pair.Second.AsText(), pair.Customers, pair.Together)).Should().BeEquivalentTo([("honey", "jam", 30, 0), ("milk-a", "milk-b", 30, 0)]);
        table.Substitutes.Should().AllSatisfy(pair => pair.Expected.Should().BeGreaterThan(50));

        PurchaseRow Row(int customer, LocalDate day, string product) => new($"c{customer:00}", day, 1) { Product = product };
    }

    [Fact]
    public void Find_ProductsBoughtByChance_AreNoSubstitutes()
    {
        var falsely = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new System.Random(seed);
            var rows = new List<PurchaseRow>();
            for (var i = 0; i < 4000; i++) rows.Add(new PurchaseRow($"c{random.Next(80)}", s_start.PlusDays(random.Next(40)), 1) { Product = $"p{random.Next(8)}" });
            falsely += GapFinder.Find(new GapQuestion { Purchases = PurchaseLog.From(rows) }).Substitutes.Count;
        }

        falsely.Should().BeLessThanOrEqualTo(1, "one in a hundred logs at the level");
    }

    [Fact]
    [Trait("Check", "AN-09")]
    public void Find_WhatASegmentDoesNotBuy_IsSaidWithWhatWouldBeExpected()
    {
        var rows = Enumerable.Range(0, 200).SelectMany(i => Products(i).Select(product => new PurchaseRow($"c{i:000}", s_start, 1) { Product = product }));
        var table = GapFinder.Find(new GapQuestion
        {
            Purchases = PurchaseLog.From(rows),
            Segments = Enumerable.Range(0, 200).ToDictionary(i => (PurchaseKey)$"c{i:000}", i => i < 50 ? "hotels" : "homes"),
        });

        var missing = table.Missing.Should().ContainSingle().Subject;
        (missing.Segment, missing.Product.AsText(), missing.Customers, missing.Buyers, missing.Expected).Should().Be(("hotels", "toaster", 50, 0, 25));
        missing.PValue.Should().BeLessThan(1e-9);

        // Every second home has a toaster, no hotel has; kettles are everywhere alike; one lamp is rare.
        static IEnumerable<string> Products(int i)
        {
            yield return "bread";
            if (i >= 50 && i % 2 == 0) yield return "toaster";
            if (i % 3 == 0) yield return "kettle";
            if (i % 40 == 1) yield return "lamp";
        }
    }

    [Fact]
    public void Find_Nothing_IsEmpty_AndBadInputIsSaid()
    {
        var none = GapFinder.Find(new GapQuestion());
        (none.Themes.Count, none.Substitutes.Count, none.Missing.Count, none.NeedsWithoutTheme, none.IsTruncated).Should().Be((0, 0, 0, 0, false));
        GapFinder.Find(new GapQuestion { Needs = [new UnmetNeed(NeedSource.Requirement, "1", [])] }).NeedsWithoutTheme.Should().Be(1);
        FluentActions.Invoking(() => GapFinder.Find(new GapQuestion { Needs = [Needs()[0], Needs()[0]] })).Should().Throw<ArgumentException>().WithMessage("*r1*");
        FluentActions.Invoking(() => GapFinder.Find(new GapQuestion { Products = [new("a", []), new("a", [])] })).Should().Throw<ArgumentException>().WithMessage("*a is there twice*");
        FluentActions.Invoking(() => GapFinder.Find(new GapQuestion(), new GapOptions { MinimumPeople = 0 })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => GapFinder.Find(new GapQuestion(), new GapOptions { Correction = (MultipleTesting)9 })).Should().Throw<ArgumentOutOfRangeException>();
    }
}
