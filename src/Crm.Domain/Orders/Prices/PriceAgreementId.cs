using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one agreement on prices.</summary>
[CrmId]
public readonly partial record struct PriceAgreementId;
