using Crm.Domain.Customers;

namespace Crm.Domain.SelfService;

/// <summary>Which portal accounts are listed; whatever is null does not matter.</summary>
public sealed record PortalAccountCriteria
{
    /// <summary>All of them.</summary>
    public static PortalAccountCriteria All { get; } = new();

    /// <summary>Those of a customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Those of an organisation.</summary>
    public CustomerId? OrganisationId { get; init; }

    /// <summary>Those that stand there.</summary>
    public PortalAccountStatus? Status { get; init; }
}
