using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names the stock of one product.</summary>
[CrmId]
public readonly partial record struct StockItemId;
