using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A technician was booked for a visit.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Start">When work begins.</param>
/// <param name="End">When work ends.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-booked")]
public sealed record VisitBooked(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, Instant Start, Instant End, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-booked", $"{Number}: {VisitTimeline.Text(Start)}", Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>A booking was moved to another time or technician.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="FormerTechnicianId">The technician before.</param>
/// <param name="FormerStart">When work was to begin before.</param>
/// <param name="TechnicianId">The technician since.</param>
/// <param name="Start">When work begins.</param>
/// <param name="End">When work ends.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-rebooked")]
public sealed record VisitRebooked(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId FormerTechnicianId, Instant FormerStart, TechnicianId TechnicianId, Instant Start, Instant End, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-rebooked", $"{Number}: {VisitTimeline.Text(FormerStart)} → {VisitTimeline.Text(Start)}", Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>A booking was called off; the visit is to be planned again.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-booking-cancelled")]
public sealed record VisitBookingCancelled(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, string Reason, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-booking-cancelled", $"{Number}: {Reason}", Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>The technician set out for a visit.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-departed")]
public sealed record TechnicianDeparted(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("technician-departed", Number.Value, Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>The technician arrived at a visit.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-arrived")]
public sealed record TechnicianArrived(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("technician-arrived", Number.Value, Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>The work of a booking is over.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="NeedsReturn">Whether somebody must come again.</param>
/// <param name="OnSite">How long it took.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-completed")]
public sealed record VisitCompleted(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, bool NeedsReturn, Duration OnSite, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-completed", Number.Value, Audience.Customer, VisitId, CustomerId, CaseId);
}

/// <summary>Nobody was there; the visit is to be planned again.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="CaseId">The case that it is about.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Reason">What was found.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.visit-no-show")]
public sealed record VisitNoShow(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, ServiceCaseId? CaseId, VisitBookingId BookingId, TechnicianId TechnicianId, string Reason, Instant OccurredAt)
    : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => VisitTimeline.Note("visit-no-show", $"{Number}: {Reason}", Audience.Customer, VisitId, CustomerId, CaseId);
}
