using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>Keeps subscriptions and deliveries. Finds nothing of another tenant.</summary>
public interface IWebhookStore
{
    /// <summary>Finds a subscription with its events and secrets.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none.</returns>
    Task<WebhookSubscription?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Finds a subscription with its events and secrets.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none.</returns>
    Task<WebhookSubscription?> FindAsync(WebhookSubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Lists subscriptions by their keys; not tracked.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The subscriptions.</returns>
    Task<IReadOnlyList<WebhookSubscription>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The active subscriptions that wait for an event.</summary>
    /// <param name="eventName">Stored name of the event.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<WebhookSubscriptionId>> OfEventAsync(string eventName, CancellationToken cancellationToken);

    /// <summary>Adds a new subscription.</summary>
    /// <param name="subscription">The subscription.</param>
    void Add(WebhookSubscription subscription);

    /// <summary>Queues a delivery at once, within the open transaction if there is one, unless there is one of the same subscription and event.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Whether it was queued.</returns>
    Task<bool> QueueAsync(WebhookDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Takes deliveries of active subscriptions that are due, so that nobody else sends them until an instant; the longest due first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="until">The instant; their <see cref="WebhookDelivery.DueAt"/> from then on.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The deliveries; not tracked.</returns>
    Task<IReadOnlyList<WebhookDelivery>> TakeDueAsync(Instant now, Instant until, int take, CancellationToken cancellationToken);

    /// <summary>Finds a delivery.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The delivery, tracked; null when there is none.</returns>
    Task<WebhookDelivery?> DeliveryAsync(WebhookSubscriptionId subscriptionId, Guid eventId, CancellationToken cancellationToken);

    /// <summary>Lists deliveries of a subscription, those queued last first.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="status">With one status; null for all.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; not tracked.</returns>
    Task<Page<WebhookDelivery>> ListAsync(WebhookSubscriptionId subscriptionId, WebhookDeliveryStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Removes deliveries that were queued long ago; those that wait to be sent stay.</summary>
    /// <param name="before">They were queued before this instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many were removed, at once.</returns>
    Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken);
}
