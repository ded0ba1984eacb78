using System.Runtime.InteropServices;
using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Grouping;

/// <summary>
/// One column's texts, numbered: each text is read once for a 64-bit hash, the hashes are numbered like any other
/// number, and every row is then compared with the text that stands for its hash. Two different texts with one hash
/// cost time, never correctness.
/// </summary>
internal static class TextEncoding
{
    private const int MinimumRowsPerSlice = 1 << 14;

    /// <summary>The distinct texts in ordinal order, and for each row the position of its text, or −1 for none.</summary>
    public static (string[] Keys, int[] Positions) Encode(ReadOnlyMemory<string?> texts, int degree, RowScratch? scratch = null)
    {
        var (hashes, missing) = (GC.AllocateUninitializedArray<long>(texts.Length), new bool[texts.Length]);
        var slices = Slices.Count(texts.Length, degree, MinimumRowsPerSlice);
        Slices.Run(slices, degree, slice =>
        {
            var source = texts.Span;
            var (start, end) = Slices.Range(slice, slices, source.Length);
            for (var row = start; row < end; row++)
            {
                var text = source[row];
                missing[row] = string.IsNullOrEmpty(text);
                hashes[row] = missing[row] ? 0 : Hash(text);
            }
        });

        var encoding = new KeyEncoding<long, Int64Rules>(hashes, missing, degree, scratch);
        var texted = Represent(texts.Span, encoding.Positions, encoding.Keys.Length);
        return texted is null ? Intern(texts.Span) : Sort(texted, encoding.Positions);
    }

    /// <summary>The same by a plain dictionary, for columns with two texts of one hash.</summary>
    internal static (string[] Keys, int[] Positions) Intern(ReadOnlySpan<string?> texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var positions = new int[texts.Length];
        for (var row = 0; row < texts.Length; row++)
        {
            positions[row] = KeyEncoder.NoPosition;
            if (string.IsNullOrEmpty(texts[row])) continue;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, texts[row]!, out var known);
            if (!known) number = numbers.Count - 1;
            positions[row] = number;
        }

        return Sort([.. numbers.Keys], positions);
    }

    private static long Hash(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
        var rest = 0UL;
        foreach (var character in MemoryMarshal.Cast<byte, char>(bytes)) rest = (rest << 16) | character;
        return (long)Mix(hash ^ rest);

        static ulong Mix(ulong bits)
        {
            bits *= 0x9E37_79B9_7F4A_7C15UL;
            return bits ^ (bits >> 29);
        }
    }

    /// <summary>One text for each hash, or null when two texts share one.</summary>
    private static string[]? Represent(ReadOnlySpan<string?> texts, int[] positions, int count)
    {
        var representatives = new string[count];
        for (var row = 0; row < texts.Length; row++)
        {
            if (positions[row] < 0) continue;
            ref var representative = ref representatives[positions[row]];
            representative ??= texts[row]!;
            if (!string.Equals(representative, texts[row], StringComparison.Ordinal)) return null;
        }

        return representatives;
    }

    private static (string[] Keys, int[] Positions) Sort(string[] keys, int[] positions)
    {
        var origins = new int[keys.Length];
        for (var i = 0; i < origins.Length; i++) origins[i] = i;
        Array.Sort(keys, origins, StringComparer.Ordinal);
        var ranks = new int[keys.Length];
        for (var i = 0; i < origins.Length; i++) ranks[origins[i]] = i;
        foreach (ref var position in positions.AsSpan())
        {
            if (position >= 0) position = ranks[position];
        }

        return (keys, positions);
    }
}
