using System.Numerics;
using Crm.Domain.Criteria;

namespace Crm.Analytics.Targeting;

/// <summary>A condition on one attribute, and the customers that meet it, a bit each.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Bits">Who meets it.</param>
internal sealed record MarketCondition(Condition Condition, ulong[] Bits)
{
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    public static int CountBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var i = 0; i < one.Length; i++) count += BitOperations.PopCount(one[i] & other[i]);
        return count;
    }

    public static ulong[] And(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var both = new ulong[one.Length];
        for (var i = 0; i < both.Length; i++) both[i] = one[i] & other[i];
        return both;
    }

    public static ulong[] BitsOf(int customers, Func<int, bool> meets)
    {
        var bits = new ulong[(customers + 63) / 64];
        for (var i = 0; i < customers; i++)
        {
            if (meets(i)) bits[i >> 6] |= 1UL << (i & 63);
        }

        return bits;
    }
}
