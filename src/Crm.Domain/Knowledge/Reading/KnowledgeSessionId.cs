using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one session of a reader.</summary>
[CrmId]
public readonly partial record struct KnowledgeSessionId;
