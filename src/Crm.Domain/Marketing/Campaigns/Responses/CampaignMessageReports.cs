using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Notes with its recipient what became of the message of a campaign.</summary>
internal sealed class CampaignMessageReports(ICampaignResponseStore store, CampaignResponses responses, Suppression suppression, CrmActs acts)
    : ICrmEventHandler<OutboundMessageSent>, ICrmEventHandler<OutboundMessageRefused>, ICrmEventHandler<OutboundMessageFailed>, ICrmEventHandler<OutboundMessageDelivered>,
        ICrmEventHandler<OutboundMessageBounced>
{
    public Task HandleAsync(OutboundMessageSent happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        RecordAsync(happened.MessageId, CampaignResponseKind.Sent, happened.OccurredAt, null, cancellationToken);

    public Task HandleAsync(OutboundMessageDelivered happened, CrmDelivery delivery, CancellationToken cancellationToken) =>
        RecordAsync(happened.MessageId, CampaignResponseKind.Delivered, happened.OccurredAt, null, cancellationToken);

    public Task HandleAsync(OutboundMessageBounced happened, CrmDelivery delivery, CancellationToken cancellationToken) => RecordAsync(
        happened.MessageId, IsPermanent(happened.Reason) ? CampaignResponseKind.BouncedHard : CampaignResponseKind.BouncedSoft, happened.OccurredAt, happened.Reason, cancellationToken);

    public async Task HandleAsync(OutboundMessageRefused happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (await store.OfMessageAsync(happened.MessageId, cancellationToken).ConfigureAwait(false) is { } recipient && recipient.CanSkip())
        {
            recipient.Skip(SkipReasons.Of(happened.Reason), acts.Now);
            (await suppression.ReleaseAsync(Campaign.ScopeOf(recipient.CampaignId), [recipient.CustomerId], cancellationToken).ConfigureAwait(false)).WithoutValue().ThrowIfFailed();
        }
    }

    public async Task HandleAsync(OutboundMessageFailed happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (happened.RetryAt is null && await store.OfMessageAsync(happened.MessageId, cancellationToken).ConfigureAwait(false) is { } recipient && recipient.CanFail())
        {
            recipient.Fail(acts.Now);
        }
    }

    // The class of a status code says whether it is for good: 5 is, 4 is not (RFC 5321, section 4.2.1; RFC 3463, section 2). Without a code nobody knows, and the address stays.
    private static bool IsPermanent(string reason) => reason.TrimStart() is ['5', >= '0' and <= '9', >= '0' and <= '9', ..] or ['5', '.', >= '0' and <= '9', ..];

    private async Task RecordAsync(OutboundMessageId messageId, CampaignResponseKind kind, NodaTime.Instant at, string? detail, CancellationToken cancellationToken)
    {
        if (await store.OfMessageAsync(messageId, cancellationToken).ConfigureAwait(false) is { } recipient)
        {
            var recorded = await responses.RecordAsync(new(recipient.Id, kind, $"{kind}:{messageId}") { At = at, Detail = detail }, cancellationToken).ConfigureAwait(false);
            recorded.WithoutValue().ThrowIfFailed();
        }
    }
}
