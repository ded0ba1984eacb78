using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one technician.</summary>
[CrmId]
public readonly partial record struct TechnicianId;
