using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Whom to book, and when.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="Start">When work begins; at the beginning of a slot of <see cref="VisitGrid"/>.</param>
public sealed record BookingRequest(TechnicianId TechnicianId, Instant Start)
{
    /// <summary>When work ends.</summary>
    /// <value>Null by default: after the estimated duration, in whole slots.</value>
    public Instant? End { get; init; }

    /// <summary>The travel before.</summary>
    /// <value>Null by default: as <see cref="IVisitTravel"/> says, from where the technician is before.</value>
    public Duration? Travel { get; init; }
}
