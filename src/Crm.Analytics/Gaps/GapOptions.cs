using Crm.Analytics.Baskets;

namespace Crm.Analytics.Gaps;

/// <summary>What counts as a gap.</summary>
public sealed record GapOptions
{
    /// <summary>How many different people must have a need, and how many customers must have both of two substitutes.</summary>
    /// <value>Default 3; at least 1.</value>
    public int MinimumPeople { get; init; } = 3;

    /// <summary>The most words of one theme.</summary>
    /// <value>Default 4; from 1 to 10.</value>
    public int MaximumTerms { get; init; } = 4;

    /// <summary>How many themes, pairs and missing purchases are reported of each.</summary>
    /// <value>Default 20; at least 1.</value>
    public int Count { get; init; } = 20;

    /// <summary>How many products, the most bought first, are looked at for substitutes: their pairs are counted.</summary>
    /// <value>Default 1,000; from 2 to 5,000.</value>
    public int MaximumProducts { get; init; } = 1000;

    /// <summary>The least share of other customers who must have a product before a segment can miss it.</summary>
    /// <value>Default 0.1; above 0, at most 1.</value>
    public decimal MinimumPenetration { get; init; } = 0.1m;

    /// <summary>What probabilities of error are corrected by.</summary>
    /// <value>Default <see cref="MultipleTesting.FalseDiscoveryRate"/>.</value>
    public MultipleTesting Correction { get; init; } = MultipleTesting.FalseDiscoveryRate;

    /// <summary>The largest corrected probability of error of substitutes, missing purchases and segments that are reported.</summary>
    /// <value>Default 0.01; between 0 and 1.</value>
    public double SignificanceLevel { get; init; } = 0.01;

    internal void Check()
    {
        if (MinimumPeople < 1) throw new ArgumentOutOfRangeException("options", MinimumPeople, "At least one person is needed.");
        if (MaximumTerms is < 1 or > 10) throw new ArgumentOutOfRangeException("options", MaximumTerms, "Terms must be from 1 to 10.");
        if (Count < 1) throw new ArgumentOutOfRangeException("options", Count, "At least one gap is needed.");
        if (MaximumProducts is < 2 or > 5000) throw new ArgumentOutOfRangeException("options", MaximumProducts, "Products must be from 2 to 5,000.");
        if (MinimumPenetration is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException("options", MinimumPenetration, "A share is above 0 and at most 1.");
        if (!Enum.IsDefined(Correction)) throw new ArgumentOutOfRangeException("options", Correction, "Not a defined correction.");
        if (!(SignificanceLevel is > 0 and < 1)) throw new ArgumentOutOfRangeException("options", SignificanceLevel, "A level is between 0 and 1.");
    }
}
