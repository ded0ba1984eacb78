using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one use of an item.</summary>
[CrmId]
public readonly partial record struct KnowledgeUseId;
