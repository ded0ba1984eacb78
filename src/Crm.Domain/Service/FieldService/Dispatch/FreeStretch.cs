using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time without bookings in which a technician could begin a visit.</summary>
/// <param name="Technician">The technician.</param>
/// <param name="Earliest">The earliest beginning.</param>
/// <param name="Latest">The latest beginning.</param>
/// <param name="Length">How long the work takes, in whole slots.</param>
/// <param name="Travel">The travel before.</param>
/// <param name="AddedTravel">How much more travel it is than without the visit.</param>
internal sealed record FreeStretch(Technician Technician, Instant Earliest, Instant Latest, Duration Length, Duration Travel, Duration AddedTravel)
{
    public FreeSlot ToSlot() => new(Technician.Name, new VisitAppointment(Technician.Id, Earliest, Earliest + Length) { Travel = Travel, Buffer = Technician.Buffer }, AddedTravel);
}
