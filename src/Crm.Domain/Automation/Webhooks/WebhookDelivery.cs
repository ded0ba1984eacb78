using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>One event on its way to one subscription, with what came of it. There is never a second one of both.</summary>
public sealed class WebhookDelivery
{
    /// <summary>How many tries are remembered, the latest ones.</summary>
    public const int MaxAttemptsKept = 20;

    private WebhookDelivery() => EventName = null!;

    internal WebhookDelivery(WebhookSubscriptionId subscriptionId, HappenedEvent happened, Instant now) =>
        (SubscriptionId, EventId, EventName, CreatedAt, DueAt) = (subscriptionId, happened.EventId, happened.Name, now, now);

    /// <summary>The subscription.</summary>
    public WebhookSubscriptionId SubscriptionId { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>Stored name of the event.</summary>
    public string EventName { get; private set; }

    /// <summary>When it was queued.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public WebhookDeliveryStatus Status { get; private set; }

    /// <summary>Failed tries so far.</summary>
    public int Failures { get; private set; }

    /// <summary>When it is tried next, or may be taken over from a process that died; null when it is not.</summary>
    public Instant? DueAt { get; internal set; }

    /// <summary>The latest tries, the first of them first.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts { get; private set; } = [];

    /// <summary>When the other system took it.</summary>
    public Instant? DeliveredAt { get; private set; }

    /// <summary>The id that the receiver sees: the same at every try.</summary>
    public string MessageId => $"msg_{EventId:N}";

    internal void Deliver(WebhookAttempt attempt, Instant now)
    {
        Note(attempt);
        (Status, DeliveredAt, DueAt) = (WebhookDeliveryStatus.Delivered, now, null);
    }

    internal void Fail(WebhookAttempt attempt, Instant? next)
    {
        Note(attempt);
        Failures++;
        (Status, DueAt) = (next is null ? WebhookDeliveryStatus.Parked : WebhookDeliveryStatus.Waiting, next);
    }

    internal void Replay(Instant now) => (Status, Failures, DueAt) = (WebhookDeliveryStatus.Waiting, 0, now);

    private void Note(WebhookAttempt attempt) => Attempts = [.. Attempts.Append(attempt).TakeLast(MaxAttemptsKept)];
}
