using System.Collections;

namespace Crm.Analytics.Targeting;

/// <summary>Groups in which targets are frequent, best first by weighted relative accuracy. Immutable.</summary>
public sealed class TargetMarketTable : IReadOnlyList<TargetGroup>
{
    private readonly TargetGroup[] _groups;

    internal TargetMarketTable(TargetGroup[] groups, int customers, int targets, int tested, TargetMarketOptions options) =>
        (_groups, Customers, Targets, Tested, Options) = (groups, customers, targets, tested, options);

    /// <summary>How many customers there are.</summary>
    public int Customers { get; }

    /// <summary>How many of them are targets.</summary>
    public int Targets { get; }

    /// <summary>The share of targets among all customers; 0 without customers.</summary>
    public double BaseShare => Customers == 0 ? 0 : Targets / (double)Customers;

    /// <summary>How many groups were looked at, for which probabilities are corrected.</summary>
    public int Tested { get; }

    /// <summary>How groups were sought.</summary>
    public TargetMarketOptions Options { get; }

    /// <inheritdoc/>
    public int Count => _groups.Length;

    /// <inheritdoc/>
    public TargetGroup this[int index] => _groups[index];

    /// <inheritdoc/>
    public IEnumerator<TargetGroup> GetEnumerator() => ((IEnumerable<TargetGroup>)_groups).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
