using Crm.Domain.Customers;

namespace Crm.Domain.Sales;

/// <summary>Which opportunities are listed. What is left null says nothing.</summary>
public sealed record OpportunityCriteria
{
    /// <summary>Only those of a customer, or of one that was merged into it.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those in whose buying centre a person is.</summary>
    public CustomerId? PersonId { get; init; }

    /// <summary>Only those that somebody answers for.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Only those of a pipeline.</summary>
    public PipelineId? PipelineId { get; init; }

    /// <summary>Only those in a territory.</summary>
    public TerritoryId? TerritoryId { get; init; }

    /// <summary>Only open ones for which nobody planned what comes next: neither a next step nor an open activity. A step whose task is settled is none.</summary>
    /// <value>False by default.</value>
    public bool WithoutNextStep { get; init; }

    /// <summary>Only those that are open, won or lost.</summary>
    public StageCategory? Category { get; init; }
}
