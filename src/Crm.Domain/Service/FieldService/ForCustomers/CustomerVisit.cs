using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A visit as its customer may see it: no instructions, skills or parts, no technician.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="WindowFrom">The earliest beginning.</param>
/// <param name="WindowUntil">The latest beginning.</param>
/// <param name="TimeZone">IANA id of the time zone at the place.</param>
/// <param name="Address">Where it is; null once the customer was erased.</param>
/// <param name="Start">When somebody comes; null while nobody is booked.</param>
/// <param name="End">When the work is planned to end; null while nobody is booked.</param>
public sealed record CustomerVisit(
    ServiceVisitId Id, VisitNumber Number, CustomerId CustomerId, string Subject, VisitStatus Status, Instant WindowFrom, Instant WindowUntil, string TimeZone, PostalAddress? Address,
    Instant? Start, Instant? End)
{
    internal static CustomerVisit Of(ServiceVisit visit) => new(
        visit.Id, visit.Number, visit.CustomerId, visit.Subject, visit.Status, visit.WindowFrom, visit.WindowUntil, visit.TimeZone, visit.Address,
        visit.Booking?.PlannedStart, visit.Booking?.PlannedEnd);
}
