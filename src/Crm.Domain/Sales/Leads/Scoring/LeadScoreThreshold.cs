namespace Crm.Domain.Sales;

/// <summary>A number of points at which something is to happen, once a lead: the event <see cref="LeadScored"/> names it.</summary>
/// <param name="Key">The key, at most <see cref="LeadScoring.MaxKeyLength"/> characters.</param>
/// <param name="Points">From how many points on.</param>
public sealed record LeadScoreThreshold(string Key, int Points)
{
    /// <summary>The group whose points count.</summary>
    /// <value>Null by default: all points.</value>
    public string? Group { get; init; }
}
