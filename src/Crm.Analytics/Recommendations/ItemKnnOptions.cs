namespace Crm.Analytics.Recommendations;

/// <summary>How <see cref="ItemKnn"/> is fitted.</summary>
public sealed record ItemKnnOptions
{
    /// <summary>How many nearest products each product keeps.</summary>
    /// <value>Default 20; at least 1.</value>
    public int Neighbours { get; init; } = 20;

    /// <summary>Added to the denominator of the cosine, so that pairs of few buyers count less.</summary>
    /// <value>Default 0; not negative.</value>
    public double Shrinkage { get; init; }

    /// <summary>How many threads may work; the model is the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        if (Neighbours < 1) throw new ArgumentOutOfRangeException("options", Neighbours, "At least one neighbour is needed.");
        if (!(Shrinkage >= 0) || !double.IsFinite(Shrinkage)) throw new ArgumentOutOfRangeException("options", Shrinkage, "Shrinkage must not be negative.");
    }
}
