using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one service level policy.</summary>
[CrmId]
public readonly partial record struct SlaPolicyId;
