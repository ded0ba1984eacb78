namespace Crm.Domain.Service;

/// <summary>How the field service stands at a moment.</summary>
/// <param name="Visits">Visits by status; those that are done and called off are left out.</param>
/// <param name="Overdue">Visits that wait for a technician after their window.</param>
/// <param name="Bookings">Bookings of the day by status.</param>
public sealed record VisitOverview(IReadOnlyDictionary<VisitStatus, int> Visits, int Overdue, IReadOnlyDictionary<BookingStatus, int> Bookings);
