using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Baskets;

public sealed class SequentialPatternsTests
{
    [Fact]
    [Trait("Check", "AN-07")]
    public void Find_PrintersThenInk_TellsHowManyAndHowLongAfter()
    {
        var log = PurchaseLog.From(
        [
            Bought("ann", 0, "printer"), Bought("ann", 30, "ink"), Bought("ann", 60, "ink"),
            Bought("bob", 5, "printer"), Bought("bob", 45, "ink"),
            Bought("cy", 9, "printer"), Bought("cy", 9, "ink"),
            Bought("dan", 1, "ink"), Bought("dan", 8, "printer"), Bought("dan", 78, "ink"),
            Row("eve", 3, 1),
        ]);
        var found = SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 2 });
        Texts(found).Should().Equal("printer ink: 3", "ink ink: 2");
        var pattern = found[0];
        (pattern.Support, pattern.Confidence, pattern.Lift).Should().Be((0.75, 0.75, 0.75), "cy bought both on one day, and all four bought ink");
        (pattern.LowerQuartileGapDays, pattern.MedianGapDays, pattern.UpperQuartileGapDays).Should().Be((35, 40, 55), "of 30, 40 and 70 days");
        Texts(SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 2, MaximumGapDays = 40 })).Should().Equal("printer ink: 2");
        Texts(SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 2, AsOf = Start.PlusDays(50) })).Should().Equal("printer ink: 2");
        Texts(SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 1, MinimumLength = 3, MaximumLength = 3 }))
            .Should().BeEquivalentTo("printer ink ink: 1", "ink printer ink: 1");
        var cut = SequentialPatterns.Find(log, new SequenceOptions { MinimumCustomers = 1, MaximumPatterns = 1 });
        (cut.IsTruncated, Texts(cut).Single()).Should().Be((true, "printer ink: 3"));
    }

    [Fact]
    public void Find_AnyLog_IsTheDefinition() =>
        Prop.ForAll(Purchases, Gen.Choose(0, 6).ToArbitrary(), (rows, gap) =>
        {
            var options = new SequenceOptions { MinimumCustomers = 2, MinimumLength = 1, MaximumLength = 3, MaximumGapDays = gap == 0 ? null : gap, DegreeOfParallelism = 2 };
            var log = PurchaseLog.From(rows);
            var found = SequentialPatterns.Find(log, options);
            var products = rows.Select(r => r.Product).Distinct().ToArray();
            var patterns = products.Select(p => new[] { p })
                .Concat(products.SelectMany(p => products.Select(q => new[] { p, q })))
                .Concat(products.SelectMany(p => products.SelectMany(q => products.Select(r => new[] { p, q, r }))));
            Texts(found).Should().BeEquivalentTo(patterns
                .Select(p => (Pattern: p, Customers: rows.GroupBy(r => r.Customer).Count(c => Has([.. c], p, 0, null, options.MaximumGapDays))))
                .Where(p => p.Customers >= 2).Select(p => $"{string.Join(' ', p.Pattern)}: {p.Customers}"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_NothingOrWrongOptions_IsEmptyOrRefused()
    {
        SequentialPatterns.Find(PurchaseLog.From([]), new SequenceOptions { MinimumCustomers = 1 }).Should().BeEmpty();
        SequentialPatterns.Find(PurchaseLog.From([Row(1, 0, 5)]), new SequenceOptions { MinimumCustomers = 1 }).Should().BeEmpty();
        foreach (var options in new SequenceOptions[]
        {
            new() { MinimumCustomers = 0 }, new() { MinimumCustomers = 1, MaximumLength = 1 }, new() { MinimumCustomers = 1, MaximumGapDays = 0 }, new() { MinimumCustomers = 1, MinimumConfidence = 1.5 },
        })
            ((Action)(() => SequentialPatterns.Find(PurchaseLog.From([]), options))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static Arbitrary<PurchaseRow[]> Purchases { get; } = (
        from customer in Gen.Choose(1, 4)
        from day in Gen.Choose(0, 12)
        from product in Gen.Choose(1, 4)
        select Bought(customer, day, product)).ArrayOf().ToArbitrary();

    private static bool Has(PurchaseRow[] rows, PurchaseKey[] pattern, int step, NodaTime.LocalDate? after, int? gap) =>
        step == pattern.Length || rows.Any(r => r.Product == pattern[step] && (after is not { } day || (r.Day > day && !(NodaTime.Period.DaysBetween(day, r.Day) > gap)))
            && Has(rows, pattern, step + 1, r.Day, gap));

    private static PurchaseRow Bought(PurchaseKey customer, int day, PurchaseKey product) => Row(customer, day, 10) with { Product = product };

    private static IEnumerable<string> Texts(SequenceTable table) => table.Select(p => $"{string.Join(' ', p.Products.Select(i => table.Products[i]))}: {p.Customers}");
}
