using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one pipeline.</summary>
[CrmId]
public readonly partial record struct PipelineId;
