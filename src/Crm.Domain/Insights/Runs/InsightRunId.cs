using Crm.Domain.Primitives;

namespace Crm.Domain.Insights;

/// <summary>Names one refresh of the figures on customers.</summary>
[CrmId]
public readonly partial record struct InsightRunId;
