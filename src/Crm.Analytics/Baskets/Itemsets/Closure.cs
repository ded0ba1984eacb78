using System.Numerics;

namespace Crm.Analytics.Baskets;

/// <summary>Asks the baskets of a set what else is in them. Most answers come from the first few baskets.</summary>
internal sealed class Closure(RankedBaskets baskets)
{
    private readonly int[] _counts = new int[baskets.Items.Length];
    private readonly ItemStack _seen = new();
    private int[] _common = [];

    /// <summary>Whether the rows share nothing but the set.</summary>
    /// <param name="rows">Baskets.</param>
    /// <param name="bits">Which of them hold the set; empty for all.</param>
    /// <param name="size">How many items the set has.</param>
    public bool IsClosed(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, int size)
    {
        var common = -1;
        for (var at = Next(rows, bits, 0); at < rows.Length && common != size; at = Next(rows, bits, at + 1))
            common = common < 0 ? Start(baskets.RanksOf(rows[at])) : Share(baskets.RanksOf(rows[at]), common);
        return common == size;
    }

    /// <summary>Whether the set with one more item is in enough of the rows.</summary>
    public bool HasFrequentSuperset(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, ReadOnlySpan<int> path, ReadOnlySpan<int> perfect, int minimum)
    {
        foreach (var item in path) _counts[item] = int.MinValue;
        foreach (var item in perfect) _counts[item] = int.MinValue;
        _seen.Clear();
        var found = false;
        for (var at = Next(rows, bits, 0); at < rows.Length && !found; at = Next(rows, bits, at + 1))
        {
            foreach (var item in baskets.RanksOf(rows[at]))
            {
                var count = ++_counts[item];
                if (count == 1) _seen.Push(item);
                found |= count >= minimum;
            }
        }

        foreach (var item in _seen.Items) _counts[item] = 0;
        foreach (var item in path) _counts[item] = 0;
        foreach (var item in perfect) _counts[item] = 0;
        return found;
    }

    private int Start(ReadOnlySpan<int> ranks)
    {
        if (_common.Length < ranks.Length) _common = new int[Math.Max(ranks.Length, 64)];
        ranks.CopyTo(_common);
        return ranks.Length;
    }

    private int Share(ReadOnlySpan<int> ranks, int common)
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < common; i++)
        {
            while (at < ranks.Length && ranks[at] < _common[i]) at++;
            if (at < ranks.Length && ranks[at] == _common[i]) _common[kept++] = _common[i];
        }

        return kept;
    }

    private static int Next(ReadOnlySpan<int> rows, ReadOnlySpan<ulong> bits, int from)
    {
        if (bits.IsEmpty) return from;
        var word = from >> 6;
        if (word >= bits.Length) return rows.Length;
        for (var rest = bits[word] >> (from & 63) << (from & 63); ; rest = bits[word])
        {
            if (rest != 0) return (word << 6) + BitOperations.TrailingZeroCount(rest);
            if (++word == bits.Length) return rows.Length;
        }
    }
}
