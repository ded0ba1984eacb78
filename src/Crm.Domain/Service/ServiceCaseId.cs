using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one service case.</summary>
[CrmId]
public readonly partial record struct ServiceCaseId;
