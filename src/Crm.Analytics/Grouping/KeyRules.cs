using System.Runtime.CompilerServices;

namespace Crm.Analytics.Grouping;

internal readonly struct Int64Rules : IKeyRules<long>
{
    public static bool IsMissing(long key) => false;

    // Two rounds of shift and multiply, so that keys with a pattern (multiples, packed fields) spread too.
    public static uint Hash(long key)
    {
        var bits = (ulong)key;
        bits = (bits ^ (bits >> 32)) * 0xD6E8_FEB8_6659_FD93UL;
        bits = (bits ^ (bits >> 32)) * 0xD6E8_FEB8_6659_FD93UL;
        return (uint)(bits >> 32);
    }

    public static bool AreEqual(long left, long right) => left == right;

    public static void Sort(long[] keys, int[] numbers) => RadixSort.Sort(keys, numbers);
}

internal readonly struct GuidRules : IKeyRules<Guid>
{
    public static bool IsMissing(Guid key) => key == Guid.Empty;

    public static uint Hash(Guid key)
    {
        var bits = Unsafe.BitCast<Guid, UInt128>(key);
        return Int64Rules.Hash((long)(ulong)bits + (long)((ulong)(bits >> 64) * 0x9E37_79B9_7F4A_7C15UL));
    }

    public static bool AreEqual(Guid left, Guid right) => left == right;

    public static void Sort(Guid[] keys, int[] numbers) => Array.Sort(keys, numbers);
}
