using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Baskets;

/// <summary>Rules with one item on the right side, from frequent itemsets (Agrawal and Srikant 1994).</summary>
public static class AssociationRules
{
    private const int SetsPerThread = 1024;

    /// <summary>Makes the rules of itemsets.</summary>
    /// <param name="itemsets">All frequent itemsets with one item and more; closed and maximal ones do not hold all the counts that rules need.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The itemsets are not all of them, or those of one item are not among them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RuleTable From(ItemsetTable itemsets, RuleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(itemsets);
        options ??= new();
        options.Check();
        if (itemsets.Options.Kind != ItemsetKind.All) throw new ArgumentException("Rules need all frequent itemsets, not the closed or maximal ones.", nameof(itemsets));
        if (itemsets.Options.MinimumSize > 1) throw new ArgumentException("Rules need the itemsets of one item.", nameof(itemsets));

        var index = new ItemsetIndex(itemsets);
        var best = SimplerRules.BestConfidences(itemsets, index, options);
        var degree = Slices.Degree(options.DegreeOfParallelism);
        var slices = Slices.Count(itemsets.Count, degree, SetsPerThread);
        var found = new List<AssociationRule>[slices];
        Slices.Run(slices, degree, slice =>
        {
            found[slice] = [];
            var (start, end) = Slices.Range(slice, slices, itemsets.Count);
            for (var set = start; set < end; set++) Add(found[slice], itemsets, index, best, set, options);
        });
        AssociationRule[] rules = [.. found.SelectMany(r => r)];
        Array.Sort(rules, Compare);
        Significance.Judge(rules, options);
        return new RuleTable(itemsets.Items, rules, itemsets.IsTruncated);
    }

    private static void Add(List<AssociationRule> rules, ItemsetTable itemsets, ItemsetIndex index, double[] best, int set, RuleOptions options)
    {
        var items = index.ItemsOf(set);
        if (items.Length < options.MinimumSize || items.Length > options.MaximumSize) return;
        for (var place = 0; place < items.Length; place++)
        {
            if (SimplerRules.CountsOf(itemsets, index, set, place) is { } counts && counts.Confidence >= options.MinimumConfidence)
                rules.Add(new AssociationRule([.. items[..place], .. items[(place + 1)..]], items[place], counts, best[index.StartOf(set) + place]));
        }
    }

    private static int Compare(AssociationRule left, AssociationRule right)
    {
        if (right.Lift.CompareTo(left.Lift) is not 0 and var byLift) return byLift;
        if (right.Count.CompareTo(left.Count) is not 0 and var byCount) return byCount;
        if (left.Antecedent.Count.CompareTo(right.Antecedent.Count) is not 0 and var bySize) return bySize;
        for (var i = 0; i < left.Antecedent.Count; i++)
        {
            if (left.Antecedent[i].CompareTo(right.Antecedent[i]) is not 0 and var byItem) return byItem;
        }

        return left.Consequent.CompareTo(right.Consequent);
    }
}
