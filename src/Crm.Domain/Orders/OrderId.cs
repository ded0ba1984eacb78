using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one order.</summary>
[CrmId]
public readonly partial record struct OrderId;
