using Crm.Domain.Criteria;

namespace Crm.Domain.Sales;

/// <summary>What a territory takes, and who answers for it.</summary>
public sealed record TerritorySettings
{
    /// <summary>Longest criteria as JSON.</summary>
    public const int MaxCriteriaLength = 20_000;

    /// <summary>Place among the territories whose criteria hold: the lowest takes it; equal ones by name.</summary>
    /// <value>0 by default.</value>
    public int Position { get; init; }

    /// <summary>Which leads it takes; see <see cref="LeadFieldCatalogue"/>.</summary>
    /// <value>Null by default: none by themselves.</value>
    public Criterion? Leads { get; init; }

    /// <summary>Which customers belong to it; see <see cref="Customers.CustomerFieldCatalogue"/>. A deal is taken only where this holds for its customer too.</summary>
    /// <value>Null by default: none by themselves.</value>
    public Criterion? Customers { get; init; }

    /// <summary>Which deals it takes; see <see cref="OpportunityFieldCatalogue"/>.</summary>
    /// <value>Null by default: those whose customers belong to it.</value>
    public Criterion? Deals { get; init; }

    /// <summary>Who answers for what comes into it, where no queue gives it out.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The team that answers for it.</summary>
    public string? TeamId { get; init; }

    /// <summary>The queue that gives its leads out by capacity.</summary>
    /// <value>Null by default: its owner gets them.</value>
    public LeadQueueId? QueueId { get; init; }
}
