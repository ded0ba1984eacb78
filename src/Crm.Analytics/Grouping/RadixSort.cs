namespace Crm.Analytics.Grouping;

/// <summary>Sorts 64-bit keys by their bytes, lowest first; bytes that all keys share cost nothing.</summary>
internal static class RadixSort
{
    private const int Digits = 8;
    private const int Values = 256;

    /// <summary>Sorts keys that are all different, or whose ties may come in any order.</summary>
    public static void Sort(long[] keys, int[] numbers)
    {
        if (keys.Length < Values) Array.Sort(keys, numbers);
        else SortStable(keys, numbers);
    }

    /// <summary>Sorts keys and leaves ties in the order given.</summary>
    public static void SortStable(long[] keys, int[] numbers)
    {
        if (keys.Length < 2) return;
        var counts = Count(keys);
        var (fromKeys, fromNumbers) = (keys, numbers);
        var (toKeys, toNumbers) = (new long[keys.Length], new int[keys.Length]);
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Values, Values);
            if (starts[Digit(fromKeys[0], digit)] == keys.Length) continue;
            ToStarts(starts);
            for (var i = 0; i < fromKeys.Length; i++)
            {
                var target = starts[Digit(fromKeys[i], digit)]++;
                toKeys[target] = fromKeys[i];
                toNumbers[target] = fromNumbers[i];
            }

            (fromKeys, toKeys) = (toKeys, fromKeys);
            (fromNumbers, toNumbers) = (toNumbers, fromNumbers);
        }

        if (fromKeys == keys) return;
        fromKeys.CopyTo(keys, 0);
        fromNumbers.CopyTo(numbers, 0);
    }

    private static int[] Count(long[] keys)
    {
        var counts = new int[Digits * Values];
        foreach (var key in keys)
        {
            for (var digit = 0; digit < Digits; digit++) counts[(digit * Values) + Digit(key, digit)]++;
        }

        return counts;
    }

    private static void ToStarts(Span<int> counts)
    {
        var start = 0;
        foreach (ref var count in counts) (count, start) = (start, start + count);
    }

    // Flipping the sign bit puts negative numbers before positive ones.
    private static int Digit(long key, int digit) => (int)(((ulong)key ^ (1UL << 63)) >> (digit * 8)) & 0xFF;
}
