using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>Names one change that a customer asked for.</summary>
[CrmId(SubjectKinds.ChangeRequest)]
public readonly partial record struct ChangeRequestId;
