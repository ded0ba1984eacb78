using System.Collections;
using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Rules of what is bought together, with the count they were sought from.</summary>
internal sealed record ReportRules(RuleTable Table, int MinimumCount) : IEnumerable<AssociationRule>
{
    // Pairs and threes in one purchase of a hundred, at least twenty: fewer are anecdotes on a page for people who decide.
    private const decimal Share = 0.01m;
    private const int Least = 20;
    private const int LargestBasket = 200;

    public static ReportRules From(PurchaseLog log, int? threads)
    {
        var baskets = BasketTable.From(log, new BasketOptions { MaximumSize = LargestBasket });
        var least = Math.Max(Least, baskets.Count == 0 ? Least : baskets.CountOfShare(Share));
        var sets = FrequentItemsets.Find(baskets, new ItemsetOptions { MinimumCount = least, MaximumSize = 3, MaximumItemsets = 100_000, DegreeOfParallelism = threads });
        return new ReportRules(AssociationRules.From(sets, new RuleOptions { MinimumConfidence = 0.2 }), least);
    }

    public IEnumerator<AssociationRule> GetEnumerator() => Table.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
