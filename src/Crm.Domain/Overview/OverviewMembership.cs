using Crm.Domain.Customers;

namespace Crm.Domain.Overview;

/// <summary>An organisation that a person belongs or belonged to.</summary>
/// <param name="Id">The membership.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Organisation">Its name.</param>
/// <param name="Role">What the person does there.</param>
/// <param name="Department">Where in the organisation.</param>
/// <param name="IsActive">Whether the person belongs there now.</param>
/// <param name="IsPrimary">Whether it is the person's main place.</param>
public sealed record OverviewMembership(
    MembershipId Id, CustomerId OrganisationId, string Organisation, string? Role, string? Department, bool IsActive, bool IsPrimary);
