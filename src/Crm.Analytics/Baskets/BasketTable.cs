using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>
/// Baskets of different items: the input of <see cref="FrequentItemsets"/>. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// Items are known by their position in the ascending list of their keys. An item that is in a basket twice counts once. A
/// basket without an item is a basket all the same: it counts for shares.
/// </remarks>
public sealed partial class BasketTable
{
    private readonly int[] _starts;
    private readonly int[] _items;

    private BasketTable(PurchaseKeys items, int[] starts, int[] positions, int duplicates, int oversized)
    {
        (Items, _starts, _items) = (items, starts, positions);
        (DuplicateItems, OversizedBaskets) = (duplicates, oversized);
        for (var basket = 0; basket < Count; basket++)
        {
            var size = starts[basket + 1] - starts[basket];
            LargestBasket = Math.Max(LargestBasket, size);
            if (size == 0) EmptyBaskets++;
        }
    }

    /// <summary>The keys of the items, ascending.</summary>
    public PurchaseKeys Items { get; }

    /// <summary>How many baskets there are, empty ones included and oversized ones not.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many baskets hold no item.</summary>
    public int EmptyBaskets { get; }

    /// <summary>How many times an item was in a basket that had it already.</summary>
    public int DuplicateItems { get; }

    /// <summary>How many baskets were left out because they have more items than was allowed.</summary>
    public int OversizedBaskets { get; }

    /// <summary>How many different items the largest basket has.</summary>
    public int LargestBasket { get; }

    /// <summary>The positions of the different items of one basket, in the order in which they came first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basket.</exception>
    public ReadOnlySpan<int> ItemsOf(int basket)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)basket, (uint)Count, nameof(basket));
        return _items.AsSpan(_starts[basket], _starts[basket + 1] - _starts[basket]);
    }

    /// <summary>The least number of baskets that is a share of them: ⌈share × baskets⌉, exactly, and at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public int CountOfShare(decimal share)
    {
        if (share is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share above 0 and at most 1 is expected.");
        return Math.Max(1, (int)decimal.Ceiling(share * Count));
    }

    internal ReadOnlySpan<int> Starts => _starts;

    internal ReadOnlySpan<int> AllItems => _items;
}
