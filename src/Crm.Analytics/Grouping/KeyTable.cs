using System.Runtime.InteropServices;

namespace Crm.Analytics.Grouping;

/// <summary>Numbers distinct keys in order of first appearance: an open-addressing hash with linear probing, at most half full.</summary>
internal sealed class KeyTable<TKey, TRules>
    where TRules : struct, IKeyRules<TKey>
{
    private const int FirstSize = 1 << 10;

    private Slot[] _slots = new Slot[FirstSize];
    private TKey[] _keys = new TKey[FirstSize / 2];

    /// <summary>How many distinct keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The distinct keys, in order of first appearance.</summary>
    public ReadOnlySpan<TKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>The number of the key, given now if the key is new.</summary>
    public int NumberOf(TKey key, uint hash)
    {
        var slots = _slots;
        var mask = (uint)slots.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref slots[at];
            if (slot.NumberPlusOne == 0) return Add(key, hash, ref slot);
            if (TRules.AreEqual(slot.Key, key)) return slot.NumberPlusOne - 1;
        }
    }

    private int Add(TKey key, uint hash, ref Slot slot)
    {
        if (Count == _keys.Length)
        {
            Grow();
            return NumberOf(key, hash);
        }

        slot.Key = key;
        slot.NumberPlusOne = Count + 1;
        _keys[Count] = key;
        return Count++;
    }

    private void Grow()
    {
        var slots = new Slot[checked(_slots.Length * 2)];
        var mask = (uint)slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var at = TRules.Hash(_keys[number]) & mask;
            while (slots[at].NumberPlusOne != 0) at = (at + 1) & mask;
            slots[at].Key = _keys[number];
            slots[at].NumberPlusOne = number + 1;
        }

        _slots = slots;
        Array.Resize(ref _keys, slots.Length / 2);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public TKey Key;
        public int NumberPlusOne;
    }
}
