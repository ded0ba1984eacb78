using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one work queue.</summary>
[CrmId]
public readonly partial record struct WorkQueueId;
