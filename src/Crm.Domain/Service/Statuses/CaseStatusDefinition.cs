namespace Crm.Domain.Service;

/// <summary>What holds for every case in one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Category">What it means for clocks and rules.</param>
/// <param name="Name">Name for staff.</param>
/// <param name="CustomerName">Name for the customer; several statuses may share one.</param>
public sealed record CaseStatusDefinition(CaseStatus Status, CaseCategory Category, string Name, string CustomerName)
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The only statuses that may follow this one, among those that the categories allow.</summary>
    /// <value>Null by default: every status whose category may follow.</value>
    public IReadOnlyList<CaseStatus>? Next { get; init; }

    /// <summary>The only statuses that this one may follow, among those that the categories allow.</summary>
    /// <value>Null by default: every status whose category may precede.</value>
    public IReadOnlyList<CaseStatus>? After { get; init; }
}
