using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Identifies a pair of customers that were found to be probably the same.</summary>
[CrmId]
public readonly partial record struct DuplicatePairId;
