using Crm.Domain.Primitives;

namespace Crm.Domain.Overview;

/// <summary>How much of each list an overview shows.</summary>
public sealed record OverviewCriteria
{
    /// <summary>Most people of an organisation.</summary>
    /// <value>20 by default.</value>
    public int People { get; init; } = 20;

    /// <summary>Most open cases.</summary>
    /// <value>20 by default.</value>
    public int Cases { get; init; } = 20;

    /// <summary>Most open opportunities.</summary>
    /// <value>20 by default.</value>
    public int Opportunities { get; init; } = 20;

    /// <summary>Most orders.</summary>
    /// <value>20 by default.</value>
    public int Orders { get; init; } = 20;

    /// <summary>Which page of the timeline.</summary>
    /// <value>The first 50 rows by default.</value>
    public PageRequest Timeline { get; init; } = PageRequest.First;
}
