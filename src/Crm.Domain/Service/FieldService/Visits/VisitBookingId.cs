using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one booking of a visit.</summary>
[CrmId]
public readonly partial record struct VisitBookingId;
