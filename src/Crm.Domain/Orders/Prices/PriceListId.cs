using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one price list of the default catalogue.</summary>
[CrmId]
public readonly partial record struct PriceListId;
