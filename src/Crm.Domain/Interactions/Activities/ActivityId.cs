using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Names one activity.</summary>
[CrmId(SubjectKinds.Activity)]
public readonly partial record struct ActivityId;
