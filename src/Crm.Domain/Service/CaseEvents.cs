using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case was opened.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-opened")]
public sealed record CaseOpened(
    ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, string Subject, CasePriority Priority, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-opened", $"{Number}: {Subject}", Audience.Customer, CaseId, CustomerId, OrganisationId);
}

/// <summary>Staff replied to the customer.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-replied")]
public sealed record CaseReplied(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-replied", Number.Value, Audience.Customer, CaseId, CustomerId, OrganisationId);
}

/// <summary>Staff wrote a note for staff.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-noted")]
public sealed record CaseNoted(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-noted", Number.Value, Audience.Internal, CaseId, CustomerId, OrganisationId);
}

/// <summary>The customer wrote.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-message-received")]
public sealed record CaseMessageReceived(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CustomerId? OrganisationId, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CaseTimeline.Note("case-message-received", Number.Value, Audience.Customer, CaseId, CustomerId, OrganisationId);
}

/// <summary>A case was given to an agent, or put back.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="AssigneeId">The agent; null when it was put back.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-assigned")]
public sealed record CaseAssigned(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, string? AssigneeId, Instant OccurredAt) : ICrmEvent;

/// <summary>A case became more or less urgent.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="Priority">The priority since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-priority-changed")]
public sealed record CasePriorityChanged(ServiceCaseId CaseId, CaseNumber Number, CustomerId CustomerId, CasePriority Priority, Instant OccurredAt) : ICrmEvent;

/// <summary>A case moved to another status.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="Before">The status before.</param>
/// <param name="After">The status since.</param>
/// <param name="Category">What that means, whatever the status is called.</param>
/// <param name="CustomerName">Name of the status since for the customer; null where the customer sees no change.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.case-status-changed")]
public sealed record CaseStatusChanged(
    ServiceCaseId CaseId,
    CaseNumber Number,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    CaseStatus Before,
    CaseStatus After,
    CaseCategory Category,
    string? CustomerName,
    Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => CustomerName is null
        ? CaseTimeline.Note("case-status-changed", $"{Number}: {Before} → {After}", Audience.Internal, CaseId, CustomerId, OrganisationId)
        : CaseTimeline.Note("case-status-changed", $"{Number}: {CustomerName}", Audience.Customer, CaseId, CustomerId, OrganisationId);
}
