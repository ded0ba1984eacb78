using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Another system that gets events: where, which, and under which secret they are signed.</summary>
public sealed class WebhookSubscription : AggregateRoot<WebhookSubscriptionId>
{
    /// <summary>Most events of one subscription.</summary>
    public const int MaxEvents = 200;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 200;

    private readonly List<WebhookEventName> _events = [];
    private readonly List<WebhookSecret> _secrets = [];

    private WebhookSubscription() => (Key, Target) = (null!, null!);

    /// <summary>Makes a subscription.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">The key: lower-case letters, digits and hyphens; unique per tenant.</param>
    /// <param name="target">Where events go; checked by the caller.</param>
    /// <param name="events">Stored names of the events, or <see cref="WebhookEventName.Every"/>; none where rules alone send.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds, or the secret is none.</exception>
    public WebhookSubscription(WebhookSubscriptionId id, string key, string target, IReadOnlyCollection<string> events, string secret, Instant now)
        : base(id)
    {
        Key = AutomationRule.KeyOf(key);
        Target = null!;
        Take(target, events);
        Take(secret);
        IsActive = true;
        Raise(new WebhookCreated(Id, Key, now));
    }

    /// <summary>The key.</summary>
    public string Key { get; private set; }

    /// <summary>Where events go.</summary>
    public string Target { get; private set; }

    /// <summary>Whether it gets events.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Why it does not; null where nobody said.</summary>
    public string? InactiveReason { get; private set; }

    /// <summary>The events.</summary>
    public IReadOnlyList<WebhookEventName> Events => _events;

    /// <summary>The secrets, the newest last.</summary>
    public IReadOnlyList<WebhookSecret> Secrets => _secrets;

    /// <summary>Sets another target and other events.</summary>
    /// <param name="target">Where events go; checked by the caller.</param>
    /// <param name="events">Stored names of the events, or <see cref="WebhookEventName.Every"/>.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public void Change(string target, IReadOnlyCollection<string> events, Instant now)
    {
        Take(target, events);
        Raise(new WebhookChanged(Id, Key, now));
    }

    /// <summary>Signs with a new secret; the one before signs as well for a while, so that the receiver can change over.</summary>
    /// <param name="secret">The new secret.</param>
    /// <param name="keepFormer">How long the one before signs as well.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The secret is none, or the time is negative.</exception>
    public void ChangeSecret(string secret, Duration keepFormer, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keepFormer, Duration.Zero);
        ArgumentNullException.ThrowIfNull(secret);
        var (former, until) = (_secrets[^1], Guard.Storable(now + keepFormer));
        Take(secret);
        former.Until = until;
        _secrets.RemoveAll(s => s.Until <= now);
        Raise(new WebhookSecretChanged(Id, Key, until, now));
    }

    /// <summary>Whether it can get events again.</summary>
    /// <returns>The ruling; refused with <c>WebhookAlreadyActive</c>.</returns>
    public CrmRuling CanActivate() => IsActive ? CrmRuling.Refused(e => e.WebhookAlreadyActive(Key)) : CrmRuling.Permitted;

    /// <summary>Lets it get events again; those of the meantime stay out.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is active.</exception>
    public void Activate(Instant now)
    {
        CanActivate().Demand();
        (IsActive, InactiveReason) = (true, null);
        Raise(new WebhookActivated(Id, Key, now));
    }

    /// <summary>Whether it can be kept from events.</summary>
    /// <returns>The ruling; refused with <c>WebhookInactive</c>.</returns>
    public CrmRuling CanDeactivate() => IsActive ? CrmRuling.Permitted : CrmRuling.Refused(e => e.WebhookInactive(Key));

    /// <summary>Keeps it from events.</summary>
    /// <param name="reason">Why; null when there is nothing to say.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active.</exception>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    public void Deactivate(string? reason, Instant now)
    {
        CanDeactivate().Demand();
        (IsActive, InactiveReason) = (false, Guard.OptionalLine(reason, MaxReasonLength));
        Raise(new WebhookDeactivated(Id, Key, InactiveReason, now));
    }

    /// <summary>The secrets that sign at an instant, the newest first.</summary>
    internal IReadOnlyList<string> SecretsAt(Instant at) => [.. _secrets.Where(s => s.Until is null || s.Until > at).OrderByDescending(s => s.Ordinal).Select(s => s.Value)];

    private void Take(string target, IReadOnlyCollection<string> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count > MaxEvents)
        {
            throw new ArgumentException($"A subscription has at most {MaxEvents} events.", nameof(events));
        }

        var names = events.Select(e => Guard.Line(e, 100, nameof(events))).Distinct(StringComparer.Ordinal).ToList();
        Target = Guard.Line(target, WebhookTarget.MaxLength);
        _events.RemoveAll(e => !names.Contains(e.Name));
        _events.AddRange(names.Where(n => !_events.Exists(e => e.Name == n)).Select(n => new WebhookEventName(n)));
    }

    private void Take(string secret) => _secrets.Add(WebhookSignature.IsSecret(secret)
        ? new WebhookSecret(_secrets.Count == 0 ? 1 : _secrets[^1].Ordinal + 1, secret)
        : throw new ArgumentException("A secret is 24 to 64 bytes in Base64 behind whsec_.", nameof(secret)));
}
