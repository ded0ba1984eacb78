using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one territory.</summary>
[CrmId]
public readonly partial record struct TerritoryId;
