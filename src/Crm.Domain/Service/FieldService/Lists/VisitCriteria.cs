using Crm.Domain.Customers;

namespace Crm.Domain.Service;

/// <summary>Which visits to list; every condition that is set must hold.</summary>
public sealed record VisitCriteria
{
    /// <summary>Visits at a customer.</summary>
    /// <value>Null by default: at any.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Visits about a case.</summary>
    /// <value>Null by default: about any or none.</value>
    public ServiceCaseId? CaseId { get; init; }

    /// <summary>Visits in a status.</summary>
    /// <value>Null by default: in any.</value>
    public VisitStatus? Status { get; init; }

    /// <summary>Visits that wait for a technician.</summary>
    public static VisitCriteria Unscheduled { get; } = new() { Status = VisitStatus.Requested };
}
