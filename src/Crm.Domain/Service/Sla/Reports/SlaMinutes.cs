namespace Crm.Domain.Service;

/// <summary>Business minutes over several promises.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="Median">The middle one; of an even number the mean of the middle two.</param>
/// <param name="P90">The ninetieth percentile by nearest rank: the smallest one that nine in ten do not exceed.</param>
public sealed record SlaMinutes(double Mean, double Median, double P90)
{
    /// <summary>Sums up minutes.</summary>
    /// <param name="minutes">The minutes, in any order.</param>
    /// <returns>The figures; null for none.</returns>
    public static SlaMinutes? Of(IEnumerable<double> minutes)
    {
        var sorted = minutes.Order().ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }

        var middle = sorted.Length / 2;
        return new(
            sorted.Average(),
            sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2,
            sorted[(((sorted.Length * 9) + 9) / 10) - 1]);
    }
}
