using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Names a subscription of events by another system.</summary>
[CrmId]
public readonly partial record struct WebhookSubscriptionId;
