using Crm.Domain.Primitives;

namespace Crm.Domain.Partners;

/// <summary>Names one benefit or payout of a partner.</summary>
[CrmId]
public readonly partial record struct PartnerFactId;
