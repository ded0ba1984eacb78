using System.Collections;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>Sequential patterns, of most customers first; of equals the shorter, then by products.</summary>
public sealed class SequenceTable : IReadOnlyList<SequentialPattern>
{
    private readonly SequentialPattern[] _patterns;

    internal SequenceTable(PurchaseKeys products, int buyers, SequentialPattern[] patterns, bool isTruncated) =>
        (Products, Buyers, _patterns, IsTruncated) = (products, buyers, patterns, isTruncated);

    /// <summary>The keys of the products.</summary>
    public PurchaseKeys Products { get; }

    /// <summary>How many customers bought a product that is known.</summary>
    public int Buyers { get; }

    /// <inheritdoc/>
    public int Count => _patterns.Length;

    /// <summary>Whether there are more patterns than were allowed; those of most customers are here.</summary>
    public bool IsTruncated { get; }

    /// <inheritdoc/>
    public SequentialPattern this[int index] => _patterns[index];

    /// <inheritdoc/>
    public IEnumerator<SequentialPattern> GetEnumerator() => ((IEnumerable<SequentialPattern>)_patterns).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
