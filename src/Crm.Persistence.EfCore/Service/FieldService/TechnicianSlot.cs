using Crm.Domain.Service;

namespace Crm.Persistence.EfCore.Service;

/// <summary>A slot of <see cref="VisitGrid"/> that a booking takes of a technician. Derived from the booking by the save itself; the database keeps it once.</summary>
internal sealed class TechnicianSlot
{
    public VisitBookingId BookingId { get; init; }

    public TechnicianId TechnicianId { get; init; }

    public long Slot { get; init; }
}
