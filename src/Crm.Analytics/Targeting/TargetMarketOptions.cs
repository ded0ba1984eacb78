using Crm.Analytics.Baskets;

namespace Crm.Analytics.Targeting;

/// <summary>How target markets are sought.</summary>
public sealed record TargetMarketOptions
{
    /// <summary>The most conditions that hold together.</summary>
    /// <value>Default 3; from 1 to 6.</value>
    public int MaximumConditions { get; init; } = 3;

    /// <summary>The fewest customers of a group.</summary>
    /// <value>Default 20; at least 1.</value>
    public int MinimumCustomers { get; init; } = 20;

    /// <summary>How many groups of each size are looked at further.</summary>
    /// <value>Default 50; at least 1.</value>
    public int BeamWidth { get; init; } = 50;

    /// <summary>Into how many equally large parts numbers are cut.</summary>
    /// <value>Default 8; from 2 to 100.</value>
    public int NumberParts { get; init; } = 8;

    /// <summary>How many groups are reported.</summary>
    /// <value>Default 20; at least 1.</value>
    public int Count { get; init; } = 20;

    /// <summary>What probabilities of error are corrected by, over all groups that were looked at.</summary>
    /// <value>Default <see cref="MultipleTesting.Bonferroni"/>, since the search picks the best.</value>
    public MultipleTesting Correction { get; init; } = MultipleTesting.Bonferroni;

    /// <summary>The largest corrected probability of error that is called significant.</summary>
    /// <value>Default 0.01; between 0 and 1.</value>
    public double SignificanceLevel { get; init; } = 0.01;

    internal void Check()
    {
        if (MaximumConditions is < 1 or > 6) throw new ArgumentOutOfRangeException("options", MaximumConditions, "Conditions must be from 1 to 6.");
        if (MinimumCustomers < 1) throw new ArgumentOutOfRangeException("options", MinimumCustomers, "A group needs a customer.");
        if (BeamWidth < 1) throw new ArgumentOutOfRangeException("options", BeamWidth, "The beam needs a width.");
        if (NumberParts is < 2 or > 100) throw new ArgumentOutOfRangeException("options", NumberParts, "Parts must be from 2 to 100.");
        if (Count < 1) throw new ArgumentOutOfRangeException("options", Count, "At least one group is needed.");
        if (!Enum.IsDefined(Correction)) throw new ArgumentOutOfRangeException("options", Correction, "Not a defined correction.");
        if (!(SignificanceLevel is > 0 and < 1)) throw new ArgumentOutOfRangeException("options", SignificanceLevel, "A level is between 0 and 1.");
    }
}
