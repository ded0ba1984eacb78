namespace Crm.Domain.Service;

/// <summary>How many cases there are, by status, category and priority.</summary>
/// <param name="Tallies">Each combination that occurs, once.</param>
public sealed record CaseCounts(IReadOnlyList<CaseTally> Tallies)
{
    /// <summary>How many there are together.</summary>
    public long Total => Tallies.Sum(t => t.Count);

    /// <summary>How many are in a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The number.</returns>
    public long Of(CaseStatus status) => Tallies.Where(t => t.Status == status).Sum(t => t.Count);

    /// <summary>How many are in statuses of a category.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The number.</returns>
    public long Of(CaseCategory category) => Tallies.Where(t => t.Category == category).Sum(t => t.Count);

    /// <summary>How many are of a priority.</summary>
    /// <param name="priority">The priority.</param>
    /// <returns>The number.</returns>
    public long Of(CasePriority priority) => Tallies.Where(t => t.Priority == priority).Sum(t => t.Count);
}
