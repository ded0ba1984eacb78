namespace Crm.Analytics.Baskets;

/// <summary>Nodes of a tree of sets in growing arrays.</summary>
internal sealed class ItemsetNodes
{
    private int[] _parents = new int[1 << 10];
    private int[] _items = new int[1 << 10];
    private int[] _sizes = new int[1 << 10];
    private int[] _counts = new int[1 << 10];

    public int Count { get; private set; }

    public Span<int> Parents => _parents.AsSpan(0, Count);

    public Span<int> Items => _items.AsSpan(0, Count);

    public Span<int> Sizes => _sizes.AsSpan(0, Count);

    public Span<int> Counts => _counts.AsSpan(0, Count);

    public int Add(int parent, int item, int size, int count)
    {
        if (Count == _parents.Length) Grow(Count + 1);
        var node = Count++;
        (_parents[node], _items[node], _sizes[node], _counts[node]) = (parent, item, size, count);
        return node;
    }

    /// <summary>Appends nodes of another tree, whose parents are among them, with items as the table names them.</summary>
    public void Append(ItemsetNodes other, int start, int end, ReadOnlySpan<int> items)
    {
        var shift = Count - start;
        if (Count + end - start > _parents.Length) Grow(Count + end - start);
        for (var node = start; node < end; node++)
        {
            var parent = other._parents[node];
            (_parents[Count], _items[Count]) = (parent < 0 ? -1 : parent + shift, items[other._items[node]]);
            (_sizes[Count], _counts[Count]) = (other._sizes[node], other._counts[node]);
            Count++;
        }
    }

    public void Reserve(int count)
    {
        if (count > _parents.Length) Grow(count);
    }

    private void Grow(int needed)
    {
        var length = (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _parents.Length));
        Array.Resize(ref _parents, length);
        Array.Resize(ref _items, length);
        Array.Resize(ref _sizes, length);
        Array.Resize(ref _counts, length);
    }
}
