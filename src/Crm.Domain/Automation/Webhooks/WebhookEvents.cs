using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Another system subscribed to events.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.webhook-created")]
public sealed record WebhookCreated(WebhookSubscriptionId SubscriptionId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A subscription has another target or other events since.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.webhook-changed")]
public sealed record WebhookChanged(WebhookSubscriptionId SubscriptionId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A subscription signs with a new secret since.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Key">Its key.</param>
/// <param name="FormerUntil">Until when the secret before signs as well.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.webhook-secret-changed")]
public sealed record WebhookSecretChanged(WebhookSubscriptionId SubscriptionId, string Key, Instant FormerUntil, Instant OccurredAt) : ICrmEvent;

/// <summary>A subscription gets events again.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.webhook-activated")]
public sealed record WebhookActivated(WebhookSubscriptionId SubscriptionId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A subscription gets no more events.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Key">Its key.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.webhook-deactivated")]
public sealed record WebhookDeactivated(WebhookSubscriptionId SubscriptionId, string Key, string? Reason, Instant OccurredAt) : ICrmEvent;
