using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names an account of a business partner.</summary>
[CrmId]
public readonly partial record struct PartnerAccountId;
