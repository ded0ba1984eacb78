namespace Crm.Analytics.Segmentation;

/// <summary>How <see cref="KMeans"/> groups.</summary>
public sealed record KMeansOptions
{
    /// <summary>How many clusters.</summary>
    /// <value>Default 5; at least 1.</value>
    public int Clusters { get; init; } = 5;

    /// <summary>How often to start anew; the best is kept.</summary>
    /// <value>Default 20; at least 1.</value>
    public int Restarts { get; init; } = 20;

    /// <summary>What chance starts from; the same seed gives the same clusters.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>The most rounds of one start.</summary>
    /// <value>Default 300; at least 1.</value>
    public int MaximumIterations { get; init; } = 300;

    /// <summary>How many threads may work; the clusters are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        if (Clusters < 1) throw new ArgumentOutOfRangeException("options", Clusters, "At least one cluster is needed.");
        if (Restarts < 1) throw new ArgumentOutOfRangeException("options", Restarts, "At least one start is needed.");
        if (MaximumIterations < 1) throw new ArgumentOutOfRangeException("options", MaximumIterations, "At least one round is needed.");
    }
}
