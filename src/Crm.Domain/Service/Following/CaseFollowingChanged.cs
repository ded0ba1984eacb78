using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A customer wants to be told of the answers to a case, or not any more.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="FollowerId">Which of the two.</param>
/// <param name="IsFollowing">Whether it is told from now on.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-following-changed")]
public sealed record CaseFollowingChanged(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, CustomerId FollowerId, bool IsFollowing, Instant OccurredAt) : ICrmEvent;
