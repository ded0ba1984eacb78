using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one category of knowledge items.</summary>
[CrmId]
public readonly partial record struct KnowledgeCategoryId;
