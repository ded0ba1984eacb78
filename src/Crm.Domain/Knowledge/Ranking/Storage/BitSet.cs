namespace Crm.Domain.Knowledge;

/// <summary>Sets of document numbers as bits.</summary>
internal static class BitSet
{
    public static bool Has(ReadOnlySpan<ulong> bits, int number) => (bits[number >> 6] & (1UL << (number & 63))) != 0;

    public static void Set(Span<ulong> bits, int number) => bits[number >> 6] |= 1UL << (number & 63);

    public static void Clear(Span<ulong> bits, int number) => bits[number >> 6] &= ~(1UL << (number & 63));

    public static int Words(int count) => (count + 63) >> 6;
}
