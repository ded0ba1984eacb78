using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names the offering of one lead to partners.</summary>
[CrmId]
public readonly partial record struct LeadOfferingId;
