using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time at which a technician could make a visit.</summary>
/// <param name="Technician">The technician's name.</param>
/// <param name="Appointment">Who, when, and the travel before.</param>
/// <param name="AddedTravel">How much longer the technician's day of travel becomes.</param>
public sealed record FreeSlot(string Technician, VisitAppointment Appointment, Duration AddedTravel);
