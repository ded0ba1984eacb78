namespace Crm.Domain.Sales;

/// <summary>Something that leads do and get points for.</summary>
/// <param name="Key">The key, at most <see cref="LeadScoring.MaxKeyLength"/> characters.</param>
/// <param name="Points">The points, below zero too; at most a million either way.</param>
public sealed record LeadScoreAction(string Key, int Points)
{
    /// <summary>The group that the points count in beside the whole.</summary>
    /// <value>Null by default: none.</value>
    public string? Group { get; init; }

    /// <summary>Whether it counts each time, not only once a lead.</summary>
    /// <value>False by default.</value>
    public bool IsRepeatable { get; init; }
}
