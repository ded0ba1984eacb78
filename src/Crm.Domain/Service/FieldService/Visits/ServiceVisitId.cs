using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one visit.</summary>
[CrmId(SubjectKinds.Visit)]
public readonly partial record struct ServiceVisitId;
