using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A visit was requested, or written as a draft.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="Status">Draft or requested.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="From">When work may begin at the earliest.</param>
/// <param name="Until">When work may begin at the latest.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-created")]
public sealed record VisitCreated(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitStatus Status, string Subject, Instant From, Instant Until, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note(Status == VisitStatus.Draft ? "visit-drafted" : "visit-requested", $"{Number}: {Subject}", Status == VisitStatus.Draft ? Audience.Internal : Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>A visit was described anew.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="From">When work may begin at the earliest.</param>
/// <param name="Until">When work may begin at the latest.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-described")]
public sealed record VisitDescribed(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, Instant From, Instant Until, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-described", Number.Value, Audience.Internal, VisitId, CustomerId, CaseId);
}

/// <summary>A visit was called off.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-cancelled")]
public sealed record VisitCancelled(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, string Reason, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-cancelled", $"{Number}: {Reason}", Audience.Customer, VisitId, CustomerId, CaseId);
}
