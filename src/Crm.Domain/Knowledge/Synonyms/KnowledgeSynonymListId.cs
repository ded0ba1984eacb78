using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one list of synonyms.</summary>
[CrmId]
public readonly partial record struct KnowledgeSynonymListId;
