using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Part of a case moved into a new one.</summary>
/// <param name="CaseId">The case that was split.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="NewId">The new case.</param>
/// <param name="NewNumber">Its number.</param>
/// <param name="Messages">How many messages moved.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-split")]
public sealed record CaseSplit(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, ServiceCaseId NewId, CaseNumber NewNumber, int Messages, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-split", $"{Number} → {NewNumber}", Audience.Customer, CaseId, CustomerId, OrganisationId);
}
