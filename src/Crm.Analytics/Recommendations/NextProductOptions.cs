namespace Crm.Analytics.Recommendations;

/// <summary>How many products are recommended, and which.</summary>
public sealed record NextProductOptions
{
    /// <summary>How many products each customer gets at most.</summary>
    /// <value>Default 10; at least 1.</value>
    public int Count { get; init; } = 10;

    /// <summary>Whether products that the customer owns may be recommended again.</summary>
    /// <value>Default false: only what is new to the customer.</value>
    public bool IncludeOwned { get; init; }

    /// <summary>How many owned products explain a recommendation at most.</summary>
    /// <value>Default 3; 0 for no reasons.</value>
    public int Reasons { get; init; } = 3;

    /// <summary>How many threads may work; the recommendations are the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }

    internal void Check()
    {
        if (Count < 1) throw new ArgumentOutOfRangeException("options", Count, "At least one product is needed.");
        if (Reasons < 0) throw new ArgumentOutOfRangeException("options", Reasons, "Reasons must not be negative.");
    }
}
