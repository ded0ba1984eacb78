namespace Crm.Domain.Sales;

/// <summary>What is known of a deal that its chance can be learned from.</summary>
public sealed record DealTraits
{
    /// <summary>The team that sells it; null when none does, and every team's history counts.</summary>
    public string? Team { get; init; }

    /// <summary>The furthest open stage that it reached; null when it never was in one.</summary>
    public string? Stage { get; init; }

    /// <summary>One value for each field, such as the country or the source. Empty texts say nothing.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields with any number of values, such as tags. What is missing says nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Tags { get; init; } = new Dictionary<string, IReadOnlyCollection<string>>();
}
