using Crm.Analytics.Baskets;

namespace Crm.Analytics.Targeting;

/// <summary>
/// Finds which attributes over-represent targets, such as profitable customers: by beam search over conditions that hold together, judged by
/// weighted relative accuracy.
/// </summary>
/// <remarks>Sources: N. Lavrač, B. Kavšek, P. Flach, L. Todorovski, "Subgroup Discovery with CN2-SD", Journal of Machine Learning Research 5 (2004).</remarks>
public static class TargetMarket
{
    /// <summary>Finds groups of customers.</summary>
    /// <param name="attributes">What is known of every customer, each field once. Attributes that are the same for all tell nothing.</param>
    /// <param name="isTarget">Whether each customer is a target.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>Groups where targets are more frequent than among all, each better than what any part of its conditions finds.</returns>
    /// <exception cref="ArgumentException">An attribute has another number of customers, or a field is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static TargetMarketTable Find(IReadOnlyList<MarketAttribute> attributes, ReadOnlySpan<bool> isTarget, TargetMarketOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        options ??= new TargetMarketOptions();
        options.Check();
        var (customers, seen) = (isTarget.Length, new HashSet<string>(StringComparer.Ordinal));
        foreach (var attribute in attributes)
        {
            if (attribute.Count != customers) throw new ArgumentException($"{attribute.Field} is of {attribute.Count} customers, targets are of {customers}.", nameof(attributes));
            if (!seen.Add(attribute.Field)) throw new ArgumentException($"{attribute.Field} is there twice.", nameof(attributes));
        }

        var marks = isTarget.ToArray();
        var search = new MarketSearch(MarketConditions.Of(attributes, customers, options), MarketCondition.BitsOf(customers, i => marks[i]), customers, options);
        var candidates = search.Run();
        var groups = candidates.ConvertAll(search.ToGroup);
        var adjusted = Significance.Adjust([.. groups.Select(group => group.PValue)], options.Correction);
        for (var i = 0; i < groups.Count; i++) (groups[i].AdjustedPValue, groups[i].IsSignificant) = (adjusted[i], adjusted[i] <= options.SignificanceLevel);

        TargetGroup[] best = [.. search.Best(candidates).Take(options.Count).Select(place => groups[place])];
        return new TargetMarketTable(best, customers, marks.Count(mark => mark), groups.Count, options);
    }
}
