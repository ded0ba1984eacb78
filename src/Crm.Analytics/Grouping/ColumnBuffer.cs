namespace Crm.Analytics.Grouping;

/// <summary>A growing array whose memory can be read without a copy.</summary>
internal sealed class ColumnBuffer<T>
{
    private T[] _items = [];

    public int Count { get; private set; }

    public ReadOnlyMemory<T> Items => _items.AsMemory(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length) Grow(Count + 1);
        _items[Count++] = item;
    }

    public void AddRepeated(T item, int times)
    {
        if (Count + times > _items.Length) Grow(Count + times);
        _items.AsSpan(Count, times).Fill(item);
        Count += times;
    }

    private void Grow(int needed) =>
        Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(1024, needed), 2L * _items.Length)));
}
