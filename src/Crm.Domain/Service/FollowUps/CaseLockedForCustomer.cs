using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case takes no more messages of its customer; they open a new case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asked.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-locked")]
public sealed record CaseLockedForCustomer(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-locked", Number.Value, Audience.Internal, CaseId, CustomerId, OrganisationId);
}
