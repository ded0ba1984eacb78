using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one work item.</summary>
[CrmId]
public readonly partial record struct WorkItemId;
