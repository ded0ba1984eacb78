namespace Crm.Analytics.Baskets;

/// <summary>The items that may still be added to the set in hand, each with its rows among those of the set. Memory is used again.</summary>
internal sealed class SearchLevel
{
    private ulong[] _bits = [];
    private int[] _rows = [];

    public int[] Ranks { get; private set; } = [];

    public int[] Counts { get; private set; } = [];

    /// <summary>Which baskets the bits stand for.</summary>
    public ReadOnlyMemory<int> Rows { get; set; }

    public int RowCount { get; private set; }

    public int Count { get; private set; }

    public int Words { get; private set; }

    public Span<ulong> BitsOf(int index) => _bits.AsSpan(index * Words, Words);

    public void Start(int capacity, int rowCount)
    {
        (Count, RowCount, Words) = (0, rowCount, BitRows.Words(rowCount));
        if (Ranks.Length < capacity)
        {
            Ranks = new int[Math.Max(capacity, 2 * Ranks.Length)];
            Counts = new int[Ranks.Length];
        }

        var needed = checked(capacity * Words);
        if (_bits.Length < needed) _bits = GC.AllocateUninitializedArray<ulong>(Math.Max(needed, (int)Math.Min(2L * _bits.Length, Array.MaxLength)));
    }

    /// <summary>Room for rows of the level's own.</summary>
    public Span<int> OwnRows(int count)
    {
        if (_rows.Length < count) _rows = new int[Math.Max(count, 2 * _rows.Length)];
        Rows = _rows.AsMemory(0, count);
        return _rows.AsSpan(0, count);
    }

    public void Clear(int capacity) => _bits.AsSpan(0, capacity * Words).Clear();

    public void Keep(int rank, int count)
    {
        (Ranks[Count], Counts[Count]) = (rank, count);
        Count++;
    }
}
