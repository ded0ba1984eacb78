using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one reader by the keyed hash that <see cref="KnowledgeReaders"/> makes, and by nothing else.</summary>
[CrmId]
public readonly partial record struct KnowledgeReaderId;
