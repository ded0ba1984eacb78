using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time that a technician is booked.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="VisitId">The visit.</param>
/// <param name="Start">When work begins.</param>
/// <param name="End">When work ends.</param>
/// <param name="From">Since when the technician can do nothing else.</param>
/// <param name="Until">Until when.</param>
/// <param name="Place">Where it is.</param>
public sealed record BusyTime(TechnicianId TechnicianId, ServiceVisitId VisitId, Instant Start, Instant End, Instant From, Instant Until, GeoPoint? Place);
