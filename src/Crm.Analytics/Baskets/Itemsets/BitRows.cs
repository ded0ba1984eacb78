using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Crm.Analytics.Baskets;

/// <summary>Sets of rows as bits.</summary>
internal static class BitRows
{
    public static int Words(int rows) => (rows + 63) >> 6;

    /// <summary>Writes what two sets share and counts it.</summary>
    public static int Intersect(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> shared)
    {
        right = right[..left.Length];
        shared = shared[..left.Length];
        var (count, at) = (0, 0);
        for (; at <= left.Length - 4; at += 4)
        {
            var (a, b, c, d) = (left[at] & right[at], left[at + 1] & right[at + 1], left[at + 2] & right[at + 2], left[at + 3] & right[at + 3]);
            (shared[at], shared[at + 1], shared[at + 2], shared[at + 3]) = (a, b, c, d);
            count += BitOperations.PopCount(a) + BitOperations.PopCount(b) + BitOperations.PopCount(c) + BitOperations.PopCount(d);
        }

        for (; at < left.Length; at++)
        {
            shared[at] = left[at] & right[at];
            count += BitOperations.PopCount(shared[at]);
        }

        return count;
    }

    /// <summary>Writes a set as seen by the rows of a mask alone, closed up, and counts it.</summary>
    public static int Project(ReadOnlySpan<ulong> set, ReadOnlySpan<ulong> mask, Span<ulong> projected)
    {
        var (count, fill, next, word) = (0, 0, 0, 0ul);
        mask = mask[..set.Length];
        for (var at = 0; at < set.Length; at++)
        {
            if (mask[at] == 0) continue;
            var (bits, length) = (Extract(set[at], mask[at]), BitOperations.PopCount(mask[at]));
            count += BitOperations.PopCount(bits);
            word |= bits << fill;
            fill += length;
            if (fill < 64) continue;
            projected[next++] = word;
            fill -= 64;
            word = fill == 0 ? 0 : bits >> (length - fill);
        }

        if (fill > 0) projected[next] = word;
        return count;
    }

    private static ulong Extract(ulong bits, ulong mask)
    {
        if (Bmi2.X64.IsSupported) return Bmi2.X64.ParallelBitExtract(bits, mask);
        var (result, place) = (0ul, 0);
        for (; mask != 0; mask &= mask - 1, place++)
        {
            if ((bits & mask & (ulong)-(long)mask) != 0) result |= 1ul << place;
        }

        return result;
    }
}
