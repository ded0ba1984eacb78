using NodaTime;

namespace Crm.Analytics.Baskets;

/// <summary>Which sequential patterns are wanted.</summary>
public sealed record SequenceOptions
{
    /// <summary>How many customers must have bought in this order.</summary>
    /// <value>At least 1.</value>
    public required int MinimumCustomers { get; init; }

    /// <summary>The least share of the customers with all but the last product who bought the last one later; patterns of one product have none.</summary>
    /// <value>From 0 to 1; default 0.</value>
    public double MinimumConfidence { get; init; }

    /// <summary>The fewest products of a pattern that is wanted.</summary>
    /// <value>Default 2.</value>
    public int MinimumLength { get; init; } = 2;

    /// <summary>The most products of a pattern.</summary>
    /// <value>Default 2.</value>
    public int MaximumLength { get; init; } = 2;

    /// <summary>The most days between one product and the next.</summary>
    /// <value>Default null: any number.</value>
    public int? MaximumGapDays { get; init; }

    /// <summary>The last day observed; later rows do not count.</summary>
    /// <value>Default null: the last day the log observes.</value>
    public LocalDate? AsOf { get; init; }

    /// <summary>How many patterns are kept at most; when there are more, <see cref="SequenceTable.IsTruncated"/> says so.</summary>
    /// <value>Default 1,000,000.</value>
    public int MaximumPatterns { get; init; } = 1_000_000;

    /// <summary>How many threads may work; the patterns are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCustomers, 1, nameof(MinimumCustomers));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumLength, 1, nameof(MinimumLength));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumLength, MinimumLength, nameof(MaximumLength));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumPatterns, 1, nameof(MaximumPatterns));
        if (MaximumGapDays is { } gap) ArgumentOutOfRangeException.ThrowIfLessThan(gap, 1, nameof(MaximumGapDays));
        if (MinimumConfidence is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(MinimumConfidence), MinimumConfidence, "From 0 to 1 is expected.");
    }
}
