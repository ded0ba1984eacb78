using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one version of a knowledge item.</summary>
[CrmId]
public readonly partial record struct KnowledgeVersionId;
