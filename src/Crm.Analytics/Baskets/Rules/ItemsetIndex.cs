namespace Crm.Analytics.Baskets;

/// <summary>Finds itemsets by their items: a hash that is the sum of one number an item, so that one item less is one subtraction.</summary>
internal sealed class ItemsetIndex
{
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly int[] _slots;

    public ItemsetIndex(ItemsetTable itemsets)
    {
        _starts = new int[itemsets.Count + 1];
        for (var set = 0; set < itemsets.Count; set++) _starts[set + 1] = checked(_starts[set] + itemsets.SizeOf(set));
        _items = new int[_starts[^1]];
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2L * itemsets.Count))];
        for (var set = 0; set < itemsets.Count; set++)
        {
            itemsets.CopyItems(set, _items.AsSpan(_starts[set]));
            var at = Slot(HashOf(ItemsOf(set)));
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = set + 1;
        }
    }

    /// <summary>Where the items of a set start among those of all sets.</summary>
    public int StartOf(int set) => _starts[set];

    /// <summary>How many items all sets have together.</summary>
    public int Length => _items.Length;

    public ReadOnlySpan<int> ItemsOf(int set) => _items.AsSpan(_starts[set], _starts[set + 1] - _starts[set]);

    /// <summary>The set without one of its items, or −1.</summary>
    public int Without(int set, int place)
    {
        var items = ItemsOf(set);
        return Find(items[..place], items[(place + 1)..], HashOf(items) - Hash(items[place]));
    }

    /// <summary>The set of one item, or −1.</summary>
    public int Single(int item) => Find([item], [], Hash(item));

    private int Find(ReadOnlySpan<int> first, ReadOnlySpan<int> rest, ulong hash)
    {
        for (var at = Slot(hash); _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            var found = ItemsOf(_slots[at] - 1);
            if (found.Length == first.Length + rest.Length && found.StartsWith(first) && found[first.Length..].SequenceEqual(rest)) return _slots[at] - 1;
        }

        return -1;
    }

    private int Slot(ulong hash) => (int)((hash ^ (hash >> 32)) & (ulong)(_slots.Length - 1));

    private static ulong HashOf(ReadOnlySpan<int> items)
    {
        var sum = 0ul;
        foreach (var item in items) sum += Hash(item);
        return sum;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static ulong Hash(int item)
    {
        var z = ((ulong)item + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
