using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Who visits, and when.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Start">When work begins; at the beginning of a slot of <see cref="VisitGrid"/>.</param>
/// <param name="End">When work ends; at the beginning of a slot.</param>
public sealed record VisitAppointment(TechnicianId TechnicianId, Instant Start, Instant End)
{
    /// <summary>The time of travel before, in whole slots.</summary>
    /// <value>Nothing by default.</value>
    public Duration Travel { get; init; }

    /// <summary>The time that is kept free afterwards, in whole slots.</summary>
    /// <value>Nothing by default.</value>
    public Duration Buffer { get; init; }

    /// <summary>When the technician leaves for it.</summary>
    public Instant OccupiedFrom => Start - Travel;

    /// <summary>When the technician can leave for something else.</summary>
    public Instant OccupiedUntil => End + Buffer;
}
