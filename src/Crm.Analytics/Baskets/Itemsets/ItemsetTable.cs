using System.Collections;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>Frequent itemsets with their counts. Immutable and safe for any number of threads.</summary>
/// <remarks>
/// Order: by the rarest item of the set, most frequent first, and below that depth first. It depends on the baskets and the options
/// alone. A list of the top is by count, descending. Sets are stored as a tree and made when they are asked for.
/// </remarks>
public sealed class ItemsetTable : IReadOnlyList<Itemset>
{
    private readonly ItemsetNodes _nodes;
    private readonly int[]? _listed;

    internal ItemsetTable(BasketTable baskets, ItemsetOptions options, ItemsetNodes nodes, int[]? listed, bool isTruncated)
    {
        (Baskets, Options, IsTruncated) = (baskets, options, isTruncated);
        (_nodes, _listed) = (nodes, listed);
        var bySize = new SortedDictionary<int, long>();
        var sizes = new long[Sizes(nodes) + 1];
        for (var index = 0; index < Count; index++) sizes[nodes.Sizes[NodeOf(index)]]++;
        for (var size = 1; size < sizes.Length; size++)
        {
            if (sizes[size] > 0) bySize[size] = sizes[size];
        }

        BySize = bySize;
    }

    /// <summary>The keys of the items.</summary>
    public PurchaseKeys Items => Baskets.Items;

    /// <summary>How many baskets were searched, empty ones included.</summary>
    public int Transactions => Baskets.Count;

    /// <summary>The options that the sets were found with.</summary>
    public ItemsetOptions Options { get; }

    /// <summary>How many sets there are.</summary>
    public int Count => _listed?.Length ?? _nodes.Count;

    /// <summary>Whether there are more sets than <see cref="ItemsetOptions.MaximumItemsets"/> allowed: those that come first are here.</summary>
    public bool IsTruncated { get; }

    /// <summary>How many sets of each size there are, sizes ascending.</summary>
    public IReadOnlyDictionary<int, long> BySize { get; }

    /// <summary>The set at an index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below <see cref="Count"/>.</exception>
    public Itemset this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var items = new int[SizeOf(index)];
            CopyItems(index, items);
            return new Itemset(items, CountOf(index));
        }
    }

    /// <summary>In how many baskets the set at an index is.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such set.</exception>
    public int CountOf(int index) => _nodes.Counts[NodeOf(index)];

    /// <summary>How many items the set at an index has.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such set.</exception>
    public int SizeOf(int index) => _nodes.Sizes[NodeOf(index)];

    /// <summary>Writes the positions of the items of the set at an index, ascending, without allocating.</summary>
    /// <returns>How many they are.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such set, or the room is too small.</exception>
    public int CopyItems(int index, Span<int> items)
    {
        var node = NodeOf(index);
        var size = _nodes.Sizes[node];
        for (var at = 0; node >= 0; node = _nodes.Parents[node]) items[at++] = _nodes.Items[node];
        items[..size].Sort();
        return size;
    }

    /// <inheritdoc/>
    public IEnumerator<Itemset> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal BasketTable Baskets { get; }

    private int NodeOf(int index) => _listed is null ? index : _listed[index];

    private static int Sizes(ItemsetNodes nodes)
    {
        var largest = 0;
        foreach (var size in nodes.Sizes) largest = Math.Max(largest, size);
        return largest;
    }
}
