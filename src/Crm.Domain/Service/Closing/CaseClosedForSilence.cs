using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case was closed because its customer said nothing any more.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asked.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="Before">The status before.</param>
/// <param name="Days">After how many days of silence cases of that status are closed.</param>
/// <param name="SilentSince">Since when the customer was silent.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-closed-for-silence")]
public sealed record CaseClosedForSilence(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, CaseStatus Before, int Days, Instant SilentSince, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-closed-for-silence", Number.Value, Audience.Customer, CaseId, CustomerId, OrganisationId);
}
