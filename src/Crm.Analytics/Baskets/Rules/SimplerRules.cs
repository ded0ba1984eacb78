namespace Crm.Analytics.Baskets;

/// <summary>What rules with part of the left side say of the same right side.</summary>
internal static class SimplerRules
{
    /// <summary>For each item of each set, as right side: the highest confidence among wanted rules with a smaller left side; −1 without any.</summary>
    public static double[] BestConfidences(ItemsetTable itemsets, ItemsetIndex index, RuleOptions options)
    {
        var best = new double[index.Length];
        Array.Fill(best, -1);
        foreach (var set in Enumerable.Range(0, itemsets.Count).OrderBy(itemsets.SizeOf))
        {
            var items = index.ItemsOf(set);
            for (var less = 0; items.Length > 1 && less < items.Length; less++)
            {
                var simpler = index.Without(set, less);
                if (simpler < 0) continue;
                for (var place = 0; place < items.Length; place++)
                {
                    if (place == less) continue;
                    var simplerPlace = place < less ? place : place - 1;
                    ref var highest = ref best[index.StartOf(set) + place];
                    highest = Math.Max(highest, best[index.StartOf(simpler) + simplerPlace]);
                    if (items.Length - 1 >= options.MinimumSize && CountsOf(itemsets, index, simpler, simplerPlace) is { } counts && counts.Confidence >= options.MinimumConfidence)
                        highest = Math.Max(highest, counts.Confidence);
                }
            }
        }

        return best;
    }

    /// <summary>The counts of the rule with one item of a set on the right side; null where a truncated table does not hold them.</summary>
    public static RuleCounts? CountsOf(ItemsetTable itemsets, ItemsetIndex index, int set, int place)
    {
        var items = index.ItemsOf(set);
        var (left, right) = (items.Length == 1 ? -1 : index.Without(set, place), index.Single(items[place]));
        return right < 0 || (left < 0 && items.Length > 1)
            ? null
            : new RuleCounts(itemsets.Transactions, items.Length == 1 ? itemsets.Transactions : itemsets.CountOf(left), itemsets.CountOf(right), itemsets.CountOf(set));
    }
}
