using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one message that goes out.</summary>
[CrmId(SubjectKinds.OutboundMessage)]
public readonly partial record struct OutboundMessageId;
