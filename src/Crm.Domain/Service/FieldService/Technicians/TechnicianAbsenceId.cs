using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one absence of a technician.</summary>
[CrmId]
public readonly partial record struct TechnicianAbsenceId;
