using Crm.Domain.Customers;

namespace Crm.Domain.Service;

/// <summary>A deadline that this unit of work alone may raise levels of until its transaction ends.</summary>
/// <param name="Deadline">The tracked deadline.</param>
/// <param name="Raised">Names of levels that were raised before.</param>
/// <param name="Number">The case's number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="AssigneeId">The agent who has the case.</param>
public sealed record ClaimedDeadline(
    ServiceDeadline Deadline, IReadOnlySet<string> Raised, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, string? AssigneeId);
