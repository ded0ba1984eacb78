using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A person in the list of an organisation's people.</summary>
/// <param name="Id">The membership.</param>
/// <param name="PersonId">The person.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Role">What the person does there.</param>
/// <param name="Department">Where in the organisation.</param>
/// <param name="IsActive">Whether the person belongs there now.</param>
/// <param name="IsPrimary">Whether it is the person's main place.</param>
/// <param name="Since">The first day, if known.</param>
/// <param name="Until">The last day, once it ended and if known.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record OrganisationMember(
    MembershipId Id,
    CustomerId PersonId,
    string DisplayName,
    CustomerId OrganisationId,
    string? Role,
    string? Department,
    bool IsActive,
    bool IsPrimary,
    LocalDate? Since,
    LocalDate? Until,
    Instant RecordedAt);
