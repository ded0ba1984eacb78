using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Appointments of visits as iCalendar (RFC 5545, RFC 5546), for the customer and for the technician.</summary>
/// <remarks>
/// Scoped service, for staff. The text is UTF-8 with media type <c>text/calendar</c>. The customer's appointment keeps its name whoever comes and
/// whenever; the technician's is the booking's own. Each change raises the sequence, so that calendars follow.
/// </remarks>
[FrontDoor]
public sealed class VisitCalendar(IServiceVisitStore visits, ITechnicianStore technicians, CrmActs acts)
{
    /// <summary>Writes the customer's appointment: an invitation while a technician is booked, a cancellation once the last booking was called off.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="invitation">Between whom it is sent.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VisitNotBooked</c>.</returns>
    public Task<CrmResult<string>> ForCustomerAsync(ServiceVisitId id, VisitInvitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return WriteAsync(
            id,
            visit => visit.Bookings.MaxBy(b => b.Number),
            (visit, booking, technician, now) => VisitComponents.Calendar(
                visit, booking, visit.Id.ToString(), visit.Sequence, visit.Subject, technician is null ? null : $"{technician.Name}, {visit.Number}", invitation, now),
            cancellationToken);
    }

    /// <summary>Writes a technician's appointment, with what has to be known and brought.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="organiser">The address of the business that invites.</param>
    /// <param name="bookingId">The booking; the latest when null. Of one that was given to somebody else, the former technician gets a cancellation.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The calendar, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VisitNotBooked</c>, <c>TechnicianWithoutAddress</c>.</returns>
    public Task<CrmResult<string>> ForTechnicianAsync(ServiceVisitId id, EmailAddress organiser, VisitBookingId? bookingId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(organiser);
        return WriteAsync(
            id,
            visit => bookingId is { } wanted ? visit.Bookings.FirstOrDefault(b => b.Id == wanted) : visit.Bookings.MaxBy(b => b.Number),
            (visit, booking, technician, now) => technician?.Email is not { } address ? acts.Errors.TechnicianWithoutAddress(technician?.Name ?? booking.TechnicianId.ToString())
                : VisitComponents.Calendar(
                    visit, booking, booking.Id.ToString(), booking.Sequence, $"{visit.Number}: {visit.Subject}", VisitComponents.Instructions(visit),
                    new VisitInvitation(organiser, EmailAddress.Parse(address)) { AttendeeName = technician.Name }, now),
            cancellationToken);
    }

    private Task<CrmResult<string>> WriteAsync(
        ServiceVisitId id, Func<ServiceVisit, VisitBooking?> pick, Func<ServiceVisit, VisitBooking, Technician?, Instant, CrmResult<string>> write, CancellationToken cancellationToken) =>
        acts.MakeAsync<string>(
            "service.write-visit-calendar",
            async now =>
            {
                if (await visits.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } visit)
                {
                    return acts.Errors.VisitNotFound(id.ToString());
                }

                return pick(visit) is { } booking
                    ? write(visit, booking, await technicians.FindAsync(booking.TechnicianId, cancellationToken).ConfigureAwait(false), now)
                    : acts.Errors.VisitNotBooked(visit.Number.Value);
            },
            cancellationToken);
}
