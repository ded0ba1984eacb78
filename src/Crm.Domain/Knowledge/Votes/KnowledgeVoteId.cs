using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one vote.</summary>
[CrmId]
public readonly partial record struct KnowledgeVoteId;
