using System.Collections;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>Association rules, of highest lift first; of equals the one of more baskets, then by items.</summary>
public sealed class RuleTable : IReadOnlyList<AssociationRule>
{
    private readonly AssociationRule[] _rules;

    internal RuleTable(PurchaseKeys items, AssociationRule[] rules, bool isTruncated) => (Items, _rules, IsTruncated) = (items, rules, isTruncated);

    /// <summary>The keys of the items.</summary>
    public PurchaseKeys Items { get; }

    /// <inheritdoc/>
    public int Count => _rules.Length;

    /// <summary>Whether the itemsets were truncated: rules that need a set which is not among them are missing.</summary>
    public bool IsTruncated { get; }

    /// <inheritdoc/>
    public AssociationRule this[int index] => _rules[index];

    /// <inheritdoc/>
    public IEnumerator<AssociationRule> GetEnumerator() => ((IEnumerable<AssociationRule>)_rules).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
