namespace Crm.Analytics.Baskets;

/// <summary>"Who buys this also buys that": one rule with the counts that its measures follow from.</summary>
public sealed class AssociationRule
{
    internal AssociationRule(int[] antecedent, int consequent, RuleCounts counts, double bestOfSimpler)
    {
        (Antecedent, Consequent, Counts) = (antecedent, consequent, counts);
        (PValue, IsRedundant) = (counts.FishersExactTest, bestOfSimpler >= counts.Confidence);
    }

    /// <summary>The left side: positions in <see cref="RuleTable.Items"/>, ascending; empty for a rule without one.</summary>
    public IReadOnlyList<int> Antecedent { get; }

    /// <summary>The right side: a position in <see cref="RuleTable.Items"/>.</summary>
    public int Consequent { get; }

    /// <summary>The counts, and all measures.</summary>
    public RuleCounts Counts { get; }

    /// <summary>In how many baskets both sides are.</summary>
    public int Count => Counts.Both;

    /// <summary>As <see cref="RuleCounts.Support"/>.</summary>
    public double Support => Counts.Support;

    /// <summary>As <see cref="RuleCounts.Confidence"/>.</summary>
    public double Confidence => Counts.Confidence;

    /// <summary>As <see cref="RuleCounts.Lift"/>.</summary>
    public double Lift => Counts.Lift;

    /// <summary>The p-value of Fisher's exact test, of this rule alone.</summary>
    public double PValue { get; }

    /// <summary>The p-value corrected for the number of rules, as the options say.</summary>
    public double AdjustedPValue { get; internal set; }

    /// <summary>Whether the corrected p-value is at most the level of the options.</summary>
    public bool IsSignificant { get; internal set; }

    /// <summary>Whether a rule for the same right side with part of the left has at least the same confidence: this one then adds nothing.</summary>
    public bool IsRedundant { get; }
}
