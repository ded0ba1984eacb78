using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one service case.</summary>
[CrmId(SubjectKinds.Case)]
public readonly partial record struct ServiceCaseId;
