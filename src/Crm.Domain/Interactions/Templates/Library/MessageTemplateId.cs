using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one message template.</summary>
[CrmId]
public readonly partial record struct MessageTemplateId;
