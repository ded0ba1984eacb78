using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Automation;

/// <summary>Queues events for other systems, sends what is due, and shows and replays deliveries.</summary>
/// <remarks>Scoped service, for staff and jobs. Queueing and sending save by themselves; replaying does not.</remarks>
[FrontDoor]
public sealed class WebhookDeliveries(IWebhookStore store, IRuleRunStore stored, IWebhookSender sender, ICrmUnitOfWork work, AutomationOptions options, CrmActs acts)
{
    /// <summary>Most deliveries of one call.</summary>
    public const int MostAtOnce = 100;

    private static readonly JsonWriterOptions s_written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Queues a stored event for every active subscription that waits for it, and saves. A repetition changes nothing.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many deliveries were queued; or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<int>> QueueAsync(HappenedEvent happened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return acts.MakeAsync<int>(
            "automation.queue-webhooks",
            async now =>
            {
                var waiting = await store.OfEventAsync(happened.Name, cancellationToken).ConfigureAwait(false);
                return waiting.Count == 0 ? 0 : await work.InTransactionAsync<int>(
                    async token =>
                    {
                        var queued = 0;
                        foreach (var id in waiting)
                        {
                            queued += await store.QueueAsync(new WebhookDelivery(id, happened, now), token).ConfigureAwait(false) ? 1 : 0;
                        }

                        return queued;
                    },
                    cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>
    /// Sends what is due, side by side, and saves what came of it. Any number of processes may do so at the same time; a delivery whose
    /// process dies is sent again, under the same id.
    /// </summary>
    /// <param name="take">How many at most; 1 to <see cref="MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Cancels the act; what was sent and not yet noted is sent again.</param>
    /// <returns>How many were tried; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> SendDueAsync(int take = 20, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "automation.send-webhooks",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostAtOnce);
            var mine = await store.TakeDueAsync(now, now + options.Webhooks.Lease, take, cancellationToken).ConfigureAwait(false);
            var ready = new List<(WebhookDelivery Delivery, WebhookRequest? Request)>();
            foreach (var delivery in mine)
            {
                ready.Add((delivery, await RequestAsync(delivery, now, cancellationToken).ConfigureAwait(false)));
            }

            var answers = await Task.WhenAll(ready.Select(r => TryAsync(r.Request, cancellationToken))).ConfigureAwait(false);
            for (var i = 0; i < ready.Count; i++)
            {
                await NoteAsync(ready[i].Delivery, answers[i].Answer, now, answers[i].At, cancellationToken).ConfigureAwait(false);
            }

            return mine.Count;
        },
        cancellationToken);

    /// <summary>Lists deliveries of a subscription, those queued last first.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="status">With one status; null for all.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>.</returns>
    public Task<CrmResult<Page<WebhookDelivery>>> ListAsync(string key, WebhookDeliveryStatus? status = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Page<WebhookDelivery>>(
            "automation.list-deliveries",
            async _ => await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } subscription
                ? await store.ListAsync(subscription.Id, status, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
                : acts.Errors.WebhookNotFound(key),
            cancellationToken);

    /// <summary>Makes a delivery due again that was parked or taken, from its first try and under the same id.</summary>
    /// <param name="key">The subscription.</param>
    /// <param name="eventId">The event.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The delivery; or <c>ActNotAllowed</c>, <c>WebhookNotFound</c>, <c>WebhookInactive</c>, <c>WebhookDeliveryNotFound</c>, <c>WebhookDeliveryWaiting</c>, <c>StoredEventGone</c>.</returns>
    public Task<CrmResult<WebhookDelivery>> ReplayAsync(string key, Guid eventId, CancellationToken cancellationToken = default) => acts.MakeAsync<WebhookDelivery>(
        "automation.replay-delivery",
        async now =>
        {
            if (await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } subscription)
            {
                return acts.Errors.WebhookNotFound(key);
            }

            if (!subscription.IsActive)
            {
                return acts.Errors.WebhookInactive(key);
            }

            if (await store.DeliveryAsync(subscription.Id, eventId, cancellationToken).ConfigureAwait(false) is not { } delivery)
            {
                return acts.Errors.WebhookDeliveryNotFound(eventId.ToString());
            }

            if (delivery.Status == WebhookDeliveryStatus.Waiting)
            {
                return acts.Errors.WebhookDeliveryWaiting(eventId.ToString());
            }

            if (await stored.EventAsync(eventId, cancellationToken).ConfigureAwait(false) is null)
            {
                return acts.Errors.StoredEventGone(eventId.ToString());
            }

            delivery.Replay(now);
            return delivery;
        },
        cancellationToken);

    private async Task<WebhookRequest?> RequestAsync(WebhookDelivery delivery, Instant now, CancellationToken cancellationToken)
    {
        if (await stored.EventAsync(delivery.EventId, cancellationToken).ConfigureAwait(false) is not { } happened
            || await store.FindAsync(delivery.SubscriptionId, cancellationToken).ConfigureAwait(false) is not { } subscription)
        {
            return null;
        }

        var body = Body(happened);
        var signatures = string.Join(' ', subscription.SecretsAt(now).Select(s => WebhookSignature.Sign(s, delivery.MessageId, now, body)));
        return new WebhookRequest(new Uri(subscription.Target), delivery.MessageId, now, signatures, body);
    }

    private async Task<(WebhookResponse Answer, Instant At)> TryAsync(WebhookRequest? request, CancellationToken cancellationToken)
    {
        // Options may have become stricter since the target was saved.
        var answer = request is null ? Answer(nameof(CrmErrorDescriber.StoredEventGone))
            : WebhookTarget.Problem(request.Target.OriginalString, options.Webhooks) is null
            ? await sender.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : Answer(WebhookResponse.TargetRefused);
        return (answer, acts.Now);
    }

    private async Task NoteAsync(WebhookDelivery sent, WebhookResponse answer, Instant began, Instant ended, CancellationToken cancellationToken)
    {
        var noted = await work.InTransactionAsync<bool>(
            async token =>
            {
                // Whoever took it over meanwhile notes what came of it.
                if (await store.DeliveryAsync(sent.SubscriptionId, sent.EventId, token).ConfigureAwait(false) is not { } delivery || delivery.DueAt != sent.DueAt)
                {
                    return false;
                }

                var attempt = new WebhookAttempt(began, answer.Status, answer.Error, ended - began);
                if (answer.IsTaken)
                {
                    delivery.Deliver(attempt, ended);
                    return true;
                }

                var goesOn = answer.IsPassing && answer.Error != nameof(CrmErrorDescriber.StoredEventGone) && delivery.Failures + 1 < options.Webhooks.MaxAttempts;
                delivery.Fail(attempt, goesOn ? ended + options.Webhooks.WaitAfter(delivery.Failures + 1, answer.RetryAfter) : null);
                if (answer.IsGone && await store.FindAsync(sent.SubscriptionId, token).ConfigureAwait(false) is { IsActive: true } subscription)
                {
                    subscription.Deactivate("The target answered 410 Gone.", ended);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);

        // Somebody changed the subscription meanwhile; the delivery comes again when its lease ends.
        _ = noted.Succeeded;
    }

    private static WebhookResponse Answer(string error) => new(null, error);

    private static string Body(HappenedEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_written))
        {
            json.WriteStartObject();
            json.WriteString("type", happened.Name);
            json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(happened.OccurredAt));
            json.WritePropertyName("data");
            json.WriteRawValue(happened.Payload);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
