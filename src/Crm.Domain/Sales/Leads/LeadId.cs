using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one lead.</summary>
[CrmId(SubjectKinds.Lead)]
public readonly partial record struct LeadId;
