using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Names one opportunity.</summary>
[CrmId(SubjectKinds.Opportunity)]
public readonly partial record struct OpportunityId;
