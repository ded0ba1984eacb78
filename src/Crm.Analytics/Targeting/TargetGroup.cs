using Crm.Domain.Criteria;

namespace Crm.Analytics.Targeting;

/// <summary>Customers with something in common among whom targets are frequent.</summary>
/// <param name="Conditions">What they have in common.</param>
/// <param name="Customers">How many they are.</param>
/// <param name="Targets">How many of them are targets.</param>
public sealed record TargetGroup(IReadOnlyList<Condition> Conditions, int Customers, int Targets)
{
    /// <summary>The conditions as criteria, for a segment or a saved list.</summary>
    public Criterion Criterion => Conditions.Count == 1 ? Conditions[0] : new AllOf([.. Conditions]);

    /// <summary>The share of targets in the group.</summary>
    public double Share => Targets / (double)Customers;

    /// <summary>The share of all targets that are in the group.</summary>
    public required double Coverage { get; init; }

    /// <summary>The share of targets in the group against that among all customers.</summary>
    public required double Lift { get; init; }

    /// <summary>
    /// The group's share of all customers × (its share of targets − that of all): how many more targets than by chance, per customer. It weighs
    /// size against frequency, so that neither tiny nor unspecific groups win.
    /// </summary>
    public required double WeightedRelativeAccuracy { get; init; }

    /// <summary>The probability of so many targets if the group had nothing to do with them (Fisher).</summary>
    public required double PValue { get; init; }

    /// <summary>The same, corrected for the number of groups that were looked at.</summary>
    public double AdjustedPValue { get; internal set; }

    /// <summary>Whether it is significant at the level asked for.</summary>
    public bool IsSignificant { get; internal set; }
}
