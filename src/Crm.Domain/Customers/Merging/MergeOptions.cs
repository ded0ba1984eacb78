namespace Crm.Domain.Customers;

/// <summary>How values survive a merge.</summary>
public sealed record MergeOptions
{
    /// <summary>The survivor's values, and the absorbed customer's where the survivor has none.</summary>
    public static MergeOptions Default { get; } = new();

    /// <summary>The rule of fields that have none of their own.</summary>
    /// <value><see cref="SurvivorshipRule.Survivor"/> by default.</value>
    public SurvivorshipRule Rule { get; init; } = SurvivorshipRule.Survivor;

    /// <summary>Rules by field; see <see cref="MergeFields"/>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, SurvivorshipRule> Rules { get; init; } = new Dictionary<string, SurvivorshipRule>();

    /// <summary>Explicit choices by field; they go before every rule.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, MergeSide> Choices { get; init; } = new Dictionary<string, MergeSide>();
}
