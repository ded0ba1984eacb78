using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one entitlement.</summary>
[CrmId]
public readonly partial record struct EntitlementId;
