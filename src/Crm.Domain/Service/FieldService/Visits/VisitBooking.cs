using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A technician's booking for a visit. Part of <see cref="ServiceVisit"/>.</summary>
public sealed class VisitBooking
{
    private VisitBooking()
    {
    }

    internal VisitBooking(VisitBookingId id, int number, VisitAppointment appointment)
    {
        (Id, Number) = (id, number);
        Move(appointment);
        Sequence = 0;
    }

    /// <summary>The id; the unique name of the appointment in calendars.</summary>
    public VisitBookingId Id { get; private set; }

    /// <summary>Counts the bookings of the visit, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The technician.</summary>
    public TechnicianId TechnicianId { get; private set; }

    /// <summary>Where it stands.</summary>
    public BookingStatus Status { get; private set; }

    /// <summary>When work is planned to begin.</summary>
    public Instant PlannedStart { get; private set; }

    /// <summary>When work is planned to end.</summary>
    public Instant PlannedEnd { get; private set; }

    /// <summary>The time of travel that is planned before.</summary>
    public Duration PlannedTravel { get; private set; }

    /// <summary>Since when the technician can do nothing else.</summary>
    public Instant OccupiedFrom { get; private set; }

    /// <summary>Until when; earlier than planned once the work is over.</summary>
    public Instant OccupiedUntil { get; private set; }

    /// <summary>When the technician left for it.</summary>
    public Instant? DepartedAt { get; private set; }

    /// <summary>When the technician was there.</summary>
    public Instant? ArrivedAt { get; private set; }

    /// <summary>When it was completed, called off, or found that nobody was there.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>Why it was called off, or could not be made.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was done.</summary>
    public string? Report { get; private set; }

    /// <summary>The time of travel that it took.</summary>
    public Duration? Travel { get; private set; }

    /// <summary>The time on site that it took.</summary>
    public Duration? OnSite { get; private set; }

    /// <summary>Counts the changes of the appointment, from 0; calendars follow the highest.</summary>
    public int Sequence { get; private set; }

    /// <summary>Whether it is still to be made, or being made.</summary>
    public bool IsActive => Status is BookingStatus.Scheduled or BookingStatus.Travelling or BookingStatus.OnSite;

    /// <summary>Whether it takes the technician's time.</summary>
    public bool Occupies => IsActive || Status == BookingStatus.Completed;

    internal void Move(VisitAppointment to)
    {
        (TechnicianId, PlannedStart, PlannedEnd, PlannedTravel, OccupiedFrom, OccupiedUntil) = (to.TechnicianId, to.Start, to.End, to.Travel, to.OccupiedFrom, to.OccupiedUntil);
        Sequence++;
    }

    internal void Depart(Instant now) => (Status, DepartedAt) = (BookingStatus.Travelling, now);

    internal void Arrive(Instant now) => (Status, ArrivedAt) = (BookingStatus.OnSite, now);

    internal void Complete(string report, VisitOutcome outcome, Instant now)
    {
        (Status, EndedAt, Report) = (BookingStatus.Completed, now, report);
        OnSite = outcome.OnSite ?? Duration.Max(Duration.Zero, now - ArrivedAt!.Value);
        Travel = outcome.Travel ?? (DepartedAt is { } left ? Duration.Max(Duration.Zero, ArrivedAt!.Value - left) : null);

        // The rest of the planned time is free for something else.
        OccupiedUntil = Instant.Max(OccupiedFrom, Instant.Min(OccupiedUntil, VisitGrid.After(now)));
    }

    internal void End(BookingStatus status, string? reason, Instant now)
    {
        (Status, EndedAt, Reason) = (status, now, reason);
        Sequence++;
    }
}
