using System.Numerics;

namespace Crm.Domain.Values;

/// <content>Splitting without losing a cent.</content>
public sealed partial record Money
{
    /// <summary>Splits into equal parts that differ by at most one minor unit; the larger ones come first.</summary>
    /// <param name="parts">How many; at least one.</param>
    /// <returns>The parts; their sum is this amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is below one.</exception>
    public IReadOnlyList<Money> Allocate(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var grain = Grain();
        var (share, left) = Math.DivRem(Math.Abs(Units / grain), parts);
        return [.. Enumerable.Range(0, parts).Select(i => FromUnits(Math.Sign(Units) * (i < left ? share + 1 : share) * grain, Currency))];
    }

    /// <summary>
    /// Splits in proportion by the largest remainder: each part gets its whole minor units, and those left over go one by
    /// one to the parts with the largest remainders, the earlier part first among equals. An amount finer than the minor
    /// unit (or of a currency without one) is split in units of 1/10,000.
    /// </summary>
    /// <param name="ratios">The weights; none negative, not all zero.</param>
    /// <returns>One part per weight; their sum is this amount, and a weight of zero gets nothing.</returns>
    /// <exception cref="ArgumentException">There is no weight, one is negative, or all are zero.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> ratios)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        if (ratios.Any(ratio => ratio < 0) || ratios.All(ratio => ratio == 0))
        {
            throw new ArgumentException("At least one weight above zero and none below was expected.", nameof(ratios));
        }

        var weights = ratios.Select(Exact).ToArray();
        var sum = weights.Aggregate(BigInteger.Add);
        var grain = Grain();
        var whole = new BigInteger(Math.Abs(Units / grain));

        var shares = weights.Select(weight => (long)(whole * weight / sum)).ToArray();
        var left = (int)(whole - shares.Aggregate(BigInteger.Zero, (total, share) => total + share));
        var order = Enumerable.Range(0, weights.Length).OrderByDescending(i => whole * weights[i] % sum).Take(left);
        foreach (var i in order)
        {
            shares[i]++;
        }

        return [.. shares.Select(share => FromUnits(Math.Sign(Units) * share * grain, Currency))];
    }

    // Weights as integers on one scale: sums and products stay exact whatever the decimals.
    private static BigInteger Exact(decimal ratio)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(ratio, bits);
        var mantissa = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | (uint)bits[0];
        return mantissa * BigInteger.Pow(10, 28 - ratio.Scale);
    }

    private long Grain()
    {
        var minorUnit = (long)Math.Pow(10, MaxDecimals - (Currency.MinorUnits ?? MaxDecimals));
        return Units % minorUnit == 0 ? minorUnit : 1;
    }
}
