using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one interaction.</summary>
[CrmId(SubjectKinds.Interaction)]
public readonly partial record struct InteractionId;
