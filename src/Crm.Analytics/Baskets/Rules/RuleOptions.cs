namespace Crm.Analytics.Baskets;

/// <summary>Which association rules are wanted, and which of them count as significant.</summary>
public sealed record RuleOptions
{
    /// <summary>The least share of the baskets with the left side that have the right side too.</summary>
    /// <value>From 0 to 1; default 0.5.</value>
    public double MinimumConfidence { get; init; } = 0.5;

    /// <summary>The fewest items of both sides together; 1 allows rules without a left side.</summary>
    /// <value>Default 2.</value>
    public int MinimumSize { get; init; } = 2;

    /// <summary>The most items of both sides together.</summary>
    /// <value>Default null: as many as the itemsets have.</value>
    public int? MaximumSize { get; init; }

    /// <summary>The level of significance.</summary>
    /// <value>Above 0 and below 1; default 0.01.</value>
    public double SignificanceLevel { get; init; } = 0.01;

    /// <summary>What the many tests are corrected by.</summary>
    /// <value>Default <see cref="MultipleTesting.FalseDiscoveryRate"/>.</value>
    public MultipleTesting Correction { get; init; } = MultipleTesting.FalseDiscoveryRate;

    /// <summary>How many threads may work; the rules are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        if (MinimumConfidence is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(MinimumConfidence), MinimumConfidence, "From 0 to 1 is expected.");
        if (SignificanceLevel is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(SignificanceLevel), SignificanceLevel, "Above 0 and below 1 is expected.");
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumSize, 1, nameof(MinimumSize));
        if (MaximumSize is { } maximum) ArgumentOutOfRangeException.ThrowIfLessThan(maximum, MinimumSize, nameof(MaximumSize));
        if (!Enum.IsDefined(Correction)) throw new ArgumentOutOfRangeException(nameof(Correction), Correction, "There is no such correction.");
    }
}
