namespace Crm.Analytics.Intervals;

/// <summary>How next purchases are predicted.</summary>
public sealed record NextPurchaseOptions
{
    /// <summary>The probability that the next purchase, if there is one, falls from the earliest to the latest day.</summary>
    /// <value>Default 0.8, so that one purchase in ten comes after the latest day; above 0, below 1.</value>
    public double Level { get; init; } = 0.8;

    /// <summary>How many threads may work; the predictions are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        if (!(Level is > 0 and < 1)) throw new ArgumentOutOfRangeException("options", Level, "Level lies between 0 and 1.");
    }
}
