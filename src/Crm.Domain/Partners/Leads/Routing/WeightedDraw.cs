namespace Crm.Domain.Partners;

/// <summary>
/// Draws one of several by weight, so that anybody can draw again and get the same: the number comes from a stored seed and the number of the
/// draw by the mixing function of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// </summary>
public static class WeightedDraw
{
    /// <summary>The number that is drawn.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">The number of the draw, from 1.</param>
    /// <param name="total">The sum of all weights, above zero.</param>
    /// <returns>A number from 0 to below the sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is not above zero.</exception>
    public static long Number(long seed, int draw, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        unchecked
        {
            var z = (ulong)seed + ((ulong)draw * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return (long)((z ^ (z >> 31)) % (ulong)total);
        }
    }

    /// <summary>The candidate at a number: each takes up as many numbers as its weight, in the order given.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="number">The number.</param>
    /// <returns>The candidate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not below the sum of the weights.</exception>
    public static LeadCandidate At(IReadOnlyList<LeadCandidate> candidates, long number)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var left = number;
        foreach (var candidate in candidates)
        {
            if (left < candidate.Weight)
            {
                return candidate;
            }

            left -= candidate.Weight;
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, "The number is not below the sum of the weights.");
    }
}
