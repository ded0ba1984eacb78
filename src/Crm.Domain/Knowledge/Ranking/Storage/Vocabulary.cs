namespace Crm.Domain.Knowledge;

/// <summary>
/// The terms of an index, numbered as they came. One writer adds; readers look up at any time and leave alone what is numbered at or
/// above the count of their view.
/// </summary>
internal sealed class Vocabulary
{
    private Table _table = new(new int[1024], new string[512], new uint[512]);

    public int Count { get; private set; }

    public int ByteSize => (_table.Slots.Length * 4) + (_table.Terms.Length * 12) + _table.Terms.Take(Count).Sum(t => 22 + (2 * t.Length));

    public string this[int id] => Volatile.Read(ref _table).Terms[id];

    /// <summary>The letters and the length of each term, see <see cref="LetterMask"/>.</summary>
    public ReadOnlySpan<uint> Masks => Volatile.Read(ref _table).Masks;

    public int Find(ReadOnlySpan<char> term)
    {
        var table = Volatile.Read(ref _table);
        for (var slot = string.GetHashCode(term, StringComparison.Ordinal) & (table.Slots.Length - 1); ; slot = (slot + 1) & (table.Slots.Length - 1))
        {
            var id = Volatile.Read(ref table.Slots[slot]) - 1;
            if (id < 0 || term.SequenceEqual(table.Terms[id]))
            {
                return id;
            }
        }
    }

    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        var id = Find(term);
        if (id >= 0)
        {
            return id;
        }

        if (Count == _table.Terms.Length)
        {
            Grow();
        }

        id = Count++;
        _table.Terms[id] = term.ToString();
        _table.Masks[id] = LetterMask.Of(term);
        Enter(_table, id);
        return id;
    }

    private void Grow()
    {
        var size = _table.Terms.Length + (_table.Terms.Length / 2);
        var slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(size + (size / 3)))];
        var grown = new Table(slots, new string[size], new uint[size]);
        _table.Terms.CopyTo(grown.Terms, 0);
        _table.Masks.CopyTo(grown.Masks, 0);
        for (var id = 0; id < Count; id++)
        {
            Enter(grown, id);
        }

        Volatile.Write(ref _table, grown);
    }

    private static void Enter(Table table, int id)
    {
        var slot = string.GetHashCode(table.Terms[id], StringComparison.Ordinal) & (table.Slots.Length - 1);
        while (table.Slots[slot] != 0)
        {
            slot = (slot + 1) & (table.Slots.Length - 1);
        }

        Volatile.Write(ref table.Slots[slot], id + 1);
    }

    private sealed record Table(int[] Slots, string[] Terms, uint[] Masks);
}
