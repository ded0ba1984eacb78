namespace Crm.Analytics.Baskets;

/// <summary>A stack of ranks in one array.</summary>
internal sealed class ItemStack
{
    private int[] _items = new int[32];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    public void Push(int item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        _items[Count++] = item;
    }

    public void Pop() => Count--;

    public void Cut(int count) => Count = count;

    public void Clear() => Count = 0;
}
