using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A technician's day: when the technician works, and what is booked.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Day">The day, by the technician's own clock.</param>
/// <param name="Working">The working hours, without absences, in order.</param>
/// <param name="Bookings">The bookings, the first first.</param>
/// <param name="Clashes">Bookings outside working hours: the calendar changed, or an absence was noted, after they were made.</param>
public sealed record TechnicianDay(TechnicianId TechnicianId, LocalDate Day, IReadOnlyList<Interval> Working, IReadOnlyList<PlannedBooking> Bookings, IReadOnlyList<VisitBookingId> Clashes);
