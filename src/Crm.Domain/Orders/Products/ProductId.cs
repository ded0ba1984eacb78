using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one product of the default catalogue.</summary>
[CrmId]
public readonly partial record struct ProductId;
