using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Subscribes other systems to events.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Webhooks(IWebhookStore store, IAutomationEvents events, AutomationOptions options, CrmActs acts)
{
    /// <summary>Makes a subscription, active.</summary>
    /// <param name="key">The key: lower-case letters, digits and hyphens; unique.</param>
    /// <param name="target">Where events go: https, and reachable from everywhere.</param>
    /// <param name="eventNames">Stored names of the events, or <see cref="WebhookEventName.Every"/>; none where rules alone send.</param>
    /// <param name="secret">The secret; a new one when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription and the secret, which no other act shows; or <c>ActNotAllowed</c>, <c>WebhookKeyTaken</c>, <c>WebhookTargetRefused</c>, <c>RuleEventUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CreatedWebhook>> CreateAsync(
        string key, string target, IReadOnlyCollection<string> eventNames, string? secret = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(eventNames);
        return acts.MakeAsync<CreatedWebhook>(
            "automation.create-webhook",
            async now =>
            {
                if (Wrong(target, eventNames) is { Count: > 0 } wrong)
                {
                    return CrmResult<CreatedWebhook>.Failed(wrong);
                }

                if (await store.FindAsync(AutomationRule.KeyOf(key), cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.WebhookKeyTaken(key);
                }

                var given = secret ?? WebhookSignature.NewSecret();
                var made = new WebhookSubscription(WebhookSubscriptionId.New(now), key, target, eventNames, given, now);
                store.Add(made);
                return new CreatedWebhook(made, given);
            },
            cancellationToken);
    }

    /// <summary>Sets another target and other events.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="target">Where events go.</param>
    /// <param name="eventNames">Stored names of the events, or <see cref="WebhookEventName.Every"/>.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>, <c>VersionConflict</c>, <c>WebhookTargetRefused</c>, <c>RuleEventUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<WebhookSubscription>> ChangeAsync(
        string key, string target, IReadOnlyCollection<string> eventNames, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(eventNames);
        var wrong = Wrong(target, eventNames);
        return ActAsync("automation.change-webhook", key, expectedVersion, _ => wrong.Count == 0 ? CrmRuling.Permitted : CrmRuling.Refused(_ => wrong[0]), (s, now) => s.Change(target, eventNames, now), cancellationToken);
    }

    /// <summary>Makes a new secret; the one before signs as well for a while.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="keepFormer">How long the one before signs as well; a day when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription and the new secret; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<CreatedWebhook>> ChangeSecretAsync(string key, Duration? keepFormer = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var secret = WebhookSignature.NewSecret();
        var changed = await ActAsync(
            "automation.change-webhook-secret", key, expectedVersion, _ => CrmRuling.Permitted, (s, now) => s.ChangeSecret(secret, keepFormer ?? Duration.FromDays(1), now), cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var subscription) ? new CreatedWebhook(subscription, secret) : CrmResult<CreatedWebhook>.Failed(changed.Errors);
    }

    /// <summary>Lets a subscription get events again.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>, <c>VersionConflict</c>, <c>WebhookAlreadyActive</c>.</returns>
    public Task<CrmResult<WebhookSubscription>> ActivateAsync(string key, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ActAsync("automation.activate-webhook", key, expectedVersion, s => s.CanActivate(), (s, now) => s.Activate(now), cancellationToken);

    /// <summary>Keeps a subscription from events. What waits for it waits until it is active again.</summary>
    /// <inheritdoc cref="ActivateAsync" path="/param" />
    /// <param name="reason">Why.</param>
    /// <returns>The subscription; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>, <c>VersionConflict</c>, <c>WebhookInactive</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<WebhookSubscription>> DeactivateAsync(string key, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ActAsync("automation.deactivate-webhook", key, expectedVersion, s => s.CanDeactivate(), (s, now) => s.Deactivate(reason, now), cancellationToken);

    /// <summary>Lists subscriptions by their keys.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The subscriptions; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<WebhookSubscription>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await store.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private List<CrmError> Wrong(string target, IReadOnlyCollection<string> eventNames)
    {
        var wrong = new List<CrmError>();
        if (WebhookTarget.Problem(target, options.Webhooks) is { } problem)
        {
            wrong.Add(acts.Errors.WebhookTargetRefused(problem));
        }

        wrong.AddRange(eventNames.Where(n => n != WebhookEventName.Every && events.Find(n) is null).Select(n => acts.Errors.RuleEventUnknown("events", n)));
        return wrong;
    }

    private Task<CrmResult<WebhookSubscription>> ActAsync(
        string act, string key, long? expectedVersion, Func<WebhookSubscription, CrmRuling> may, Action<WebhookSubscription, Instant> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return acts.ChangeAsync(act, store.FindAsync(key, cancellationToken), e => e.WebhookNotFound(key), expectedVersion, may, change, cancellationToken);
    }
}
