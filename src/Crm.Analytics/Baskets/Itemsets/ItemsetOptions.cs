namespace Crm.Analytics.Baskets;

/// <summary>Which itemsets are frequent, and which of them are wanted.</summary>
public sealed record ItemsetOptions
{
    /// <summary>In how many baskets an itemset must be. <see cref="BasketTable.CountOfShare"/> gives it for a share.</summary>
    /// <value>At least 1.</value>
    public required int MinimumCount { get; init; }

    /// <summary>All, closed or maximal ones.</summary>
    /// <value>Default <see cref="ItemsetKind.All"/>.</value>
    public ItemsetKind Kind { get; init; }

    /// <summary>The fewest items of a set that is wanted.</summary>
    /// <value>Default 1.</value>
    public int MinimumSize { get; init; } = 1;

    /// <summary>The most items of a set that is wanted. Whether a set is closed or maximal does not depend on it.</summary>
    /// <value>Default null: any number.</value>
    public int? MaximumSize { get; init; }

    /// <summary>How many sets are kept at most; when there are more, <see cref="ItemsetTable.IsTruncated"/> says so. Counting alone has no such limit.</summary>
    /// <value>Default 1,000,000.</value>
    public int MaximumItemsets { get; init; } = 1_000_000;

    /// <summary>How many threads may work; the result is the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCount, 1, nameof(MinimumCount));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSize, 1, nameof(MinimumSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumItemsets, 1, nameof(MaximumItemsets));
        if (MaximumSize is { } maximum) ArgumentOutOfRangeException.ThrowIfLessThan(maximum, MinimumSize, nameof(MaximumSize));
        if (!Enum.IsDefined(Kind)) throw new ArgumentOutOfRangeException(nameof(Kind), Kind, "There is no such kind.");
    }
}
