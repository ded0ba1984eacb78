using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Names one knowledge item.</summary>
[CrmId(SubjectKinds.KnowledgeItem)]
public readonly partial record struct KnowledgeItemId;
