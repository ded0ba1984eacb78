namespace Crm.Domain.Automation;

/// <summary>A subscription with the secret that its receiver needs.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Secret">The secret.</param>
public sealed record CreatedWebhook(WebhookSubscription Subscription, string Secret);
