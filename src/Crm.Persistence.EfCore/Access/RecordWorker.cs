using Crm.Domain.Customers;
using Crm.Domain.Sales;

namespace Crm.Persistence.EfCore.Access;

/// <summary>
/// Who works on something of a customer, or in which team or territory it stands: a reading of other tables, without filters of its
/// own, since the filters of these tables are made with it.
/// </summary>
internal sealed class RecordWorker
{
    /// <summary>The customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>The lead.</summary>
    public LeadId? LeadId { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>The team.</summary>
    public string? TeamId { get; init; }

    /// <summary>The sales territory.</summary>
    public Guid? Territory { get; init; }
}
