using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Names one subscription.</summary>
[CrmId(SubjectKinds.Subscription)]
public readonly partial record struct SubscriptionId;
