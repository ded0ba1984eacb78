using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one order.</summary>
[CrmId(SubjectKinds.Order)]
public readonly partial record struct OrderId;
