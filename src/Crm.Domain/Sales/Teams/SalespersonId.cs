using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one person who sells.</summary>
[CrmId]
public readonly partial record struct SalespersonId;
