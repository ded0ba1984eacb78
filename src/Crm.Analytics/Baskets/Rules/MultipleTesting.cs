namespace Crm.Analytics.Baskets;

/// <summary>What probabilities of error are corrected by when many rules are tested at once.</summary>
public enum MultipleTesting
{
    /// <summary>Nothing: each rule by itself.</summary>
    None,

    /// <summary>The number of rules (Bonferroni): no rule at all is wrong, with the probability of the level.</summary>
    Bonferroni,

    /// <summary>Benjamini and Hochberg (1995): of the rules called significant, the share of the level is wrong, on average.</summary>
    FalseDiscoveryRate,
}
