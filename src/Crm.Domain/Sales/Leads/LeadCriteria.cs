namespace Crm.Domain.Sales;

/// <summary>Which leads are listed. What is left null says nothing.</summary>
public sealed record LeadCriteria
{
    /// <summary>Only those in a status.</summary>
    public LeadStatus? Status { get; init; }

    /// <summary>Only those that somebody answers for.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Only those of a queue.</summary>
    public LeadQueueId? QueueId { get; init; }

    /// <summary>Only those in a territory.</summary>
    public TerritoryId? TerritoryId { get; init; }

    /// <summary>Only those that nobody answers for.</summary>
    /// <value>False by default.</value>
    public bool WithoutOwner { get; init; }

    /// <summary>Only those with this e-mail address, normalised.</summary>
    public string? EmailKey { get; init; }
}
