using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceVisit
{
    /// <summary>Whether the technician can set out.</summary>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>.</returns>
    public CrmRuling CanDepart() => CanMoveBooking(BookingStatus.Travelling);

    /// <summary>The technician sets out.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody is booked, or the technician has left.</exception>
    public void Depart(Instant now)
    {
        CanDepart().Demand();
        var booking = Booking!;
        booking.Depart(now);
        Happened(new TechnicianDeparted(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, now));
    }

    /// <summary>Whether the technician can arrive.</summary>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>.</returns>
    public CrmRuling CanArrive() => CanMoveBooking(BookingStatus.OnSite);

    /// <summary>The technician is there; setting out need not have been told.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">Nobody is booked, or the technician is there already.</exception>
    public void Arrive(Instant now)
    {
        CanArrive().Demand();
        var booking = Booking!;
        booking.Arrive(now);
        Happened(new TechnicianArrived(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, now));
    }

    /// <summary>Whether the work can be over.</summary>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>: the technician is not there.</returns>
    public CrmRuling CanComplete() => CanMoveBooking(BookingStatus.Completed);

    /// <summary>The work of this booking is over: the visit is done, or somebody must come again.</summary>
    /// <param name="outcome">What the technician reports.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The report is empty or too long, or a time or part is out of its bounds.</exception>
    /// <exception cref="CrmRuleException">The technician is not there.</exception>
    public void Complete(VisitOutcome outcome, Instant now)
    {
        CanComplete().Demand();
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome.Report, nameof(outcome));
        var report = Guard.Text(outcome.Report, MaxInstructionsLength, nameof(outcome));
        var used = VisitParts.Checked(outcome.PartsUsed, nameof(outcome));
        if (IsOutside(outcome.OnSite) || IsOutside(outcome.Travel))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), "A time is zero or longer, and at most three days.");
        }

        var booking = Booking!;
        booking.Complete(report, outcome, now);
        _partsUsed.AddRange(used.Select(p => new VisitPartUsed(booking.Id, p)));
        Status = outcome.NeedsReturn ? VisitStatus.Requested : VisitStatus.Done;
        ClosedAt = outcome.NeedsReturn ? null : now;
        Happened(new VisitCompleted(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, outcome.NeedsReturn, booking.OnSite!.Value, now));
    }

    /// <summary>Whether it can be said that nobody was there.</summary>
    /// <returns>The ruling; refused with <c>VisitNotBooked</c>.</returns>
    public CrmRuling CanBeNoShow() => CanMoveBooking(BookingStatus.NoShow);

    /// <summary>Nobody was there. The visit is to be planned again.</summary>
    /// <param name="reason">What was found.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    /// <exception cref="CrmRuleException">Nobody is booked.</exception>
    public void BeNoShow(string reason, Instant now)
    {
        CanBeNoShow().Demand();
        var why = Guard.Line(reason, MaxReasonLength);
        var booking = Booking!;
        booking.End(BookingStatus.NoShow, why, now);
        Sequence++;
        Status = VisitStatus.Requested;
        Happened(new VisitNoShow(Id, Number, CustomerId, CaseId, booking.Id, booking.TechnicianId, why, now));
    }

    private static bool IsOutside(Duration? time) => time < Duration.Zero || time > VisitGrid.Longest;
}
