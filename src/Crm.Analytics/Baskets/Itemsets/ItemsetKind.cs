namespace Crm.Analytics.Baskets;

/// <summary>Which of the frequent itemsets are wanted.</summary>
public enum ItemsetKind
{
    /// <summary>Every frequent itemset.</summary>
    All,

    /// <summary>Those that no larger set equals in count: the rest follows from them, with all counts.</summary>
    Closed,

    /// <summary>Those that no larger frequent set contains: the rest follows from them, without counts.</summary>
    Maximal,
}
