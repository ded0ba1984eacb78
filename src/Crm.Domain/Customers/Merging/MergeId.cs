using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Names one merge of two customers.</summary>
[CrmId]
public readonly partial record struct MergeId;
