using Crm.Analytics.Baskets;
using Crm.Analytics.Purchases;

namespace Crm.Samples.Console.Analysis;

/// <summary>Rules over what customers have altogether: a product of last year speaks for one of this year.</summary>
internal static class EducationRules
{
    private const decimal Share = 0.01m;
    private const int Least = 5;

    public static RuleTable From(PurchaseLog log, int? threads)
    {
        var baskets = BasketTable.From(log, new BasketOptions { Unit = BasketUnit.Customer, MaximumSize = 500 });
        var least = baskets.Count == 0 ? Least : Math.Max(Least, baskets.CountOfShare(Share));
        return AssociationRules.From(
            FrequentItemsets.Find(baskets, new ItemsetOptions { MinimumCount = least, MaximumSize = 2, DegreeOfParallelism = threads }), new RuleOptions { MinimumConfidence = 0.2, DegreeOfParallelism = threads });
    }
}
