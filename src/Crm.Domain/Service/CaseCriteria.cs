using Crm.Domain.Customers;

namespace Crm.Domain.Service;

/// <summary>Which cases to list; every condition that is set must hold.</summary>
public sealed record CaseCriteria
{
    /// <summary>Cases of a customer, or on behalf of an organisation.</summary>
    /// <value>Null by default: of any.</value>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Cases in these statuses.</summary>
    /// <value>Empty by default: in any.</value>
    public IReadOnlyList<CaseStatus> Statuses { get; init; } = [];

    /// <summary>Cases whose status is of these categories.</summary>
    /// <value>Empty by default: of any.</value>
    public IReadOnlyList<CaseCategory> Categories { get; init; } = [];

    /// <summary>Cases that an agent works on.</summary>
    /// <value>Null by default: any agent or none.</value>
    public string? AssigneeId { get; init; }

    /// <summary>Cases that still need work: open or paused.</summary>
    public static CaseCriteria Unresolved { get; } = new() { Categories = [CaseCategory.Open, CaseCategory.Paused] };
}
