using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one queue of leads.</summary>
[CrmId]
public readonly partial record struct LeadQueueId;
