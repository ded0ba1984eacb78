namespace Crm.Domain.Knowledge;

/// <summary>Which terms have a gram. Immutable and made of the terms of one moment; those that came later are looked through one by one.</summary>
internal sealed class GramIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _terms;
    private readonly int _mask;

    private GramIndex(ulong[] keys, int[] starts, int[] terms, int termCount) =>
        (_keys, _starts, _terms, _mask, TermCount) = (keys, starts, terms, keys.Length - 1, termCount);

    public static GramIndex Empty { get; } = new(new ulong[1], new int[2], [], 0);

    /// <summary>The terms below this number are in it.</summary>
    public int TermCount { get; }

    public int ByteSize => (_keys.Length * 12) + (_terms.Length * 4);

    public static GramIndex Of(Vocabulary vocabulary, int termCount)
    {
        Span<ulong> grams = stackalloc ulong[(2 * WordScanner.MaxWord) + 4];
        var numbers = new Dictionary<ulong, int>(1 << 15);
        var total = 0;
        for (var term = 0; term < termCount; term++)
        {
            foreach (var gram in Distinct(vocabulary[term], grams))
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, gram, out _)++;
                total++;
            }
        }

        var keys = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, numbers.Count + (numbers.Count / 2)))];
        var starts = new int[keys.Length + 1];
        foreach (var (gram, count) in numbers)
        {
            var slot = Slot(keys, gram);
            keys[slot] = gram;
            starts[slot + 1] = count;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var (next, terms) = (starts[..^1], new int[total]);
        for (var term = 0; term < termCount; term++)
        {
            foreach (var gram in Distinct(vocabulary[term], grams))
            {
                terms[next[Slot(keys, gram)]++] = term;
            }
        }

        return new GramIndex(keys, starts, terms, termCount);
    }

    public ReadOnlySpan<int> TermsWith(ulong gram)
    {
        var slot = Slot(_keys, gram);
        return _keys[slot] == gram ? _terms.AsSpan(_starts[slot].._starts[slot + 1]) : [];
    }

    /// <summary>The grams of a term, each once.</summary>
    public static ReadOnlySpan<ulong> Distinct(ReadOnlySpan<char> term, Span<ulong> grams)
    {
        var all = CharacterGrams.Write(term, grams);
        var count = 0;
        for (var i = 0; i < all; i++)
        {
            if (grams[..count].IndexOf(grams[i]) < 0)
            {
                grams[count++] = grams[i];
            }
        }

        return grams[..count];
    }

    private static int Slot(ulong[] keys, ulong gram)
    {
        var slot = (int)((gram * 0x9E3779B97F4A7C15) >> 32) & (keys.Length - 1);
        while (keys[slot] != 0 && keys[slot] != gram)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        return slot;
    }
}
