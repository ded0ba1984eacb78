using Crm.Domain.Criteria;

namespace Crm.Domain.Sales;

/// <summary>How a queue of leads works.</summary>
public sealed record LeadQueueSettings
{
    /// <summary>Longest criteria as JSON.</summary>
    public const int MaxCriteriaLength = 20_000;

    /// <summary>Which leads belong in it; see <see cref="LeadFieldCatalogue"/>.</summary>
    /// <value>Null by default: none by themselves.</value>
    public Criterion? Criteria { get; init; }

    /// <summary>Place among the queues whose criteria hold for a lead: the lowest takes it.</summary>
    /// <value>0 by default.</value>
    public int Position { get; init; }

    /// <summary>The period in which capacities are counted.</summary>
    /// <value>A day by default.</value>
    public LeadPeriod Period { get; init; }
}
