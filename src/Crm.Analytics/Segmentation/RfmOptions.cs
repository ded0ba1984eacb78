namespace Crm.Analytics.Segmentation;

/// <summary>How customers are scored.</summary>
public sealed record RfmOptions
{
    /// <summary>How many bands each metric has; the best scores this many, the worst 1.</summary>
    /// <value>Default 5; from 2 to 9, so that a cell is three digits.</value>
    public int Bands { get; init; } = 5;

    /// <summary>How ties are treated.</summary>
    /// <value>Default <see cref="RfmTieRule.Rank"/>.</value>
    public RfmTieRule Ties { get; init; } = RfmTieRule.Rank;

    /// <summary>The bounds for <see cref="RfmTieRule.FixedBins"/>.</summary>
    /// <value>Default null: none.</value>
    public RfmBins? Bins { get; init; }

    /// <summary>The names of groups of cells.</summary>
    /// <value>Default null: <see cref="RfmSegmentMap.Default"/> for five bands, and no segments for any other number.</value>
    public RfmSegmentMap? Segments { get; init; }

    internal void Check()
    {
        if (Bands is < 2 or > 9) throw new ArgumentOutOfRangeException("options", Bands, "Bands must be from 2 to 9.");
        if (!Enum.IsDefined(Ties)) throw new ArgumentOutOfRangeException("options", Ties, "Not a defined tie rule.");
        if (Ties != RfmTieRule.FixedBins) return;
        if (Bins is null) throw new ArgumentException("Fixed bins need bounds.", "options");
        CheckBounds(Bins.RecencyDays, nameof(Bins.RecencyDays));
        CheckBounds(Bins.Orders, nameof(Bins.Orders));
        CheckBounds(Bins.Revenue, nameof(Bins.Revenue));
    }

    private void CheckBounds<T>(IReadOnlyList<T> bounds, string name)
        where T : IComparable<T>
    {
        var ascending = bounds.Zip(bounds.Skip(1), (left, right) => left.CompareTo(right) < 0).All(ordered => ordered);
        if (bounds.Count != Bands - 1 || !ascending)
            throw new ArgumentException($"{name} needs {Bands - 1} strictly ascending bounds for {Bands} bands.", "options");
    }
}
