using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceVisit
{
    /// <summary>Whether a technician can be booked, as far as the visit itself says. Calendar, skills and other bookings are asked by <see cref="VisitDispatch.CanBookAsync"/>.</summary>
    /// <param name="appointment">Who, and when.</param>
    /// <returns>The ruling; refused with <c>VisitTransitionNotAllowed</c>, <c>BookingReversed</c>, <c>BookingNotOnGrid</c>, <c>BookingTooLong</c>, <c>OutsideRequestedWindow</c>.</returns>
    public CrmRuling CanBook(VisitAppointment appointment) =>
        (VisitTransitions.Allows(Status, VisitStatus.Scheduled) ? CrmRuling.Permitted : NotAllowed(VisitStatus.Scheduled)).Then(FirstAgainst(appointment));

    /// <summary>Books a technician.</summary>
    /// <param name="id">The id of the booking.</param>
    /// <param name="appointment">Who, and when.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The visit is not to be planned, or the times do not suit it.</exception>
    public void Book(VisitBookingId id, VisitAppointment appointment, Instant now)
    {
        CanBook(appointment).Demand();
        var booking = Add(id, appointment);
        Status = VisitStatus.Scheduled;
        Happened(new VisitBooked(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, booking.PlannedStart, booking.PlannedEnd, now));
    }

    /// <summary>Whether the booking can be moved to another time or technician: only before the technician leaves.</summary>
    /// <param name="appointment">Who, and when.</param>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>, and what <see cref="CanBook"/> refuses.</returns>
    public CrmRuling CanRebook(VisitAppointment appointment) => Booking switch
    {
        null => CrmRuling.Refused(e => e.VisitNotBooked(Number.Value)),
        { Status: not BookingStatus.Scheduled } under => CrmRuling.Refused(e => e.BookingTransitionNotAllowed(Number.Value, e.NameOf(under.Status), e.NameOf(BookingStatus.Scheduled))),
        _ => FirstAgainst(appointment),
    };

    /// <summary>Moves the booking to another time, or gives it to another technician, whose booking is a new one then.</summary>
    /// <param name="id">The id of a new booking, where one is made.</param>
    /// <param name="appointment">Who, and when.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody is booked, the technician has left, or the times do not suit the visit.</exception>
    public void Rebook(VisitBookingId id, VisitAppointment appointment, Instant now)
    {
        CanRebook(appointment).Demand();
        Guard.NotEmpty(id);
        var booking = Booking!;
        var before = (booking.TechnicianId, booking.PlannedStart);
        if (booking.TechnicianId == appointment.TechnicianId)
        {
            booking.Move(appointment);
            Sequence++;
        }
        else
        {
            booking.End(BookingStatus.Cancelled, null, now);
            booking = Add(id, appointment);
        }

        Happened(new VisitRebooked(
            Id, Number, CustomerId, CaseId, booking.Id, before.TechnicianId, before.PlannedStart, booking.TechnicianId, booking.PlannedStart, booking.PlannedEnd, now));
    }

    /// <summary>Whether the booking can be called off.</summary>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>.</returns>
    public CrmRuling CanCancelBooking() => CanMoveBooking(BookingStatus.Cancelled);

    /// <summary>Calls the booking off. The visit is to be planned again.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    /// <exception cref="CrmRuleException">Nobody is booked.</exception>
    public void CancelBooking(string reason, Instant now)
    {
        CanCancelBooking().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        var booking = Booking!;
        booking.End(BookingStatus.Cancelled, why, now);
        Sequence++;
        Status = VisitStatus.Requested;
        Happened(new VisitBookingCancelled(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, why, now));
    }

    /// <summary>Everything that the times of an appointment have against them.</summary>
    internal IEnumerable<CrmRuling> Against(VisitAppointment appointment)
    {
        if (appointment.End <= appointment.Start)
        {
            yield return CrmRuling.Refused(e => e.BookingReversed(Number.Value));
        }

        if (!VisitGrid.Holds(appointment.Start) || !VisitGrid.Holds(appointment.End) || !VisitGrid.Holds(appointment.Travel) || !VisitGrid.Holds(appointment.Buffer))
        {
            yield return CrmRuling.Refused(e => e.BookingNotOnGrid((int)VisitGrid.Slot.TotalMinutes));
        }

        if (appointment.Travel < Duration.Zero || appointment.Buffer < Duration.Zero || appointment.OccupiedUntil - appointment.OccupiedFrom > VisitGrid.Longest)
        {
            yield return CrmRuling.Refused(e => e.BookingTooLong((int)VisitGrid.Longest.TotalHours));
        }

        if (appointment.Start < WindowFrom || appointment.Start > WindowUntil)
        {
            yield return CrmRuling.Refused(e => e.OutsideRequestedWindow(Number.Value, VisitTimeline.Text(WindowFrom), VisitTimeline.Text(WindowUntil)));
        }
    }

    private CrmRuling FirstAgainst(VisitAppointment appointment)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        Guard.NotEmpty(appointment.TechnicianId);
        return Against(appointment).FirstOrDefault();
    }

    private VisitBooking Add(VisitBookingId id, VisitAppointment appointment)
    {
        var booking = new VisitBooking(Guard.NotEmpty(id), _bookings.Count + 1, appointment);
        Sequence += _bookings.Count == 0 ? 0 : 1;
        _bookings.Add(booking);
        return booking;
    }

    private CrmRuling CanMoveBooking(BookingStatus next) => Booking is not { } booking ? CrmRuling.Refused(e => e.VisitNotBooked(Number.Value))
        : VisitTransitions.Allows(booking.Status, next) ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.BookingTransitionNotAllowed(Number.Value, e.NameOf(booking.Status), e.NameOf(next)));
}
