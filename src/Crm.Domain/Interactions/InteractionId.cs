using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one interaction.</summary>
[CrmId]
public readonly partial record struct InteractionId;
