using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A booking in a technician's day.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Start">When work is planned to begin.</param>
/// <param name="End">When work is planned to end.</param>
/// <param name="From">Since when the technician can do nothing else.</param>
/// <param name="Until">Until when.</param>
public sealed record PlannedBooking(
    ServiceVisitId VisitId, VisitNumber Number, CustomerId CustomerId, string Subject, VisitBookingId BookingId, TechnicianId TechnicianId, BookingStatus Status, Instant Start, Instant End,
    Instant From, Instant Until);
