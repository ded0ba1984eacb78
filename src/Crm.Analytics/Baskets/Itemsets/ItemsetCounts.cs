namespace Crm.Analytics.Baskets;

/// <summary>How many frequent itemsets there are.</summary>
/// <param name="Total">All of them.</param>
/// <param name="BySize">How many of each size, sizes ascending.</param>
public sealed record ItemsetCounts(long Total, IReadOnlyDictionary<int, long> BySize);
