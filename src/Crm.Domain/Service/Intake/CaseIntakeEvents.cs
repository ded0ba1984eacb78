using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A program wrote: an absence note, a report of a mail system. Nobody has answered by it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-automatic-message-received")]
public sealed record CaseAutomaticMessageReceived(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-automatic-message-received", Number.Value, Audience.Internal, CaseId, CustomerId, OrganisationId);
}

/// <summary>Somebody who is not on the case wrote; the customer has not answered by it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-third-party-message-received")]
public sealed record CaseThirdPartyMessageReceived(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-third-party-message-received", Number.Value, Audience.Internal, CaseId, CustomerId, OrganisationId);
}
