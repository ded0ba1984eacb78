using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A member of staff became a technician.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="UserId">Id in the host's user directory.</param>
/// <param name="Name">The name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-registered")]
public sealed record TechnicianRegistered(TechnicianId TechnicianId, string UserId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>Working hours, skills or home of a technician changed.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="UserId">Id in the host's user directory.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-described")]
public sealed record TechnicianDescribed(TechnicianId TechnicianId, string UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>A technician was taken out of service, or put into it again.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="UserId">Id in the host's user directory.</param>
/// <param name="IsActive">Whether the technician can be booked since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-service-changed")]
public sealed record TechnicianServiceChanged(TechnicianId TechnicianId, string UserId, bool IsActive, Instant OccurredAt) : ICrmEvent;

/// <summary>A technician will not be there for a time.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="UserId">Id in the host's user directory.</param>
/// <param name="AbsenceId">The absence.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when.</param>
/// <param name="OccurredAt">When it was noted.</param>
[CrmEvent("service.technician-absence-noted")]
public sealed record TechnicianAbsenceNoted(TechnicianId TechnicianId, string UserId, TechnicianAbsenceId AbsenceId, Instant From, Instant Until, Instant OccurredAt) : ICrmEvent;

/// <summary>An absence of a technician was taken back.</summary>
/// <param name="TechnicianId">The technician.</param>
/// <param name="UserId">Id in the host's user directory.</param>
/// <param name="AbsenceId">The absence.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.technician-absence-taken-back")]
public sealed record TechnicianAbsenceTakenBack(TechnicianId TechnicianId, string UserId, TechnicianAbsenceId AbsenceId, Instant OccurredAt) : ICrmEvent;
