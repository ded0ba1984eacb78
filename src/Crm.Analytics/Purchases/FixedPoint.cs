using System.Globalization;

namespace Crm.Analytics.Purchases;

/// <summary>Decimal numbers as 64-bit counts of 1/10,000, so that sums are exact.</summary>
internal static class FixedPoint
{
    public const long Scale = 10_000;

    private static ReadOnlySpan<long> Powers => [10_000, 1_000, 100, 10, 1];

    /// <summary>The count of 1/10,000 that equals the number.</summary>
    /// <exception cref="ArgumentException">The number has more than four decimals or does not fit.</exception>
    public static long FromDecimal(decimal number, string name)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var magnitude = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        // Up to 9e14 units with at most four decimals, which is nearly everything.
        if (scale <= 4 && bits[2] == 0 && magnitude <= long.MaxValue / Scale)
        {
            var count = (long)magnitude * Powers[scale];
            return bits[3] < 0 ? -count : count;
        }

        return FromAnyDecimal(number, name);
    }

    public static decimal ToDecimal(long count) => count / (decimal)Scale;

    private static long FromAnyDecimal(decimal number, string name)
    {
        // The first test keeps the multiplication from overflowing.
        if (decimal.Abs(number) > 1e15m || number * Scale is > long.MaxValue or < long.MinValue
            || number * Scale != decimal.Truncate(number * Scale))
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{number} is not a whole number of 1/10,000 that fits 64 bits; round it first."),
                name);
        return (long)(number * Scale);
    }
}
