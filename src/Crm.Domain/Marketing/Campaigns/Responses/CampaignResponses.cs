using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Takes in what recipients of campaigns do and what happens to their messages, each response once, in whatever order it is heard of. A hard bounce marks the
/// address as invalid, and an opt-out takes the consent back, in the same save.
/// </summary>
/// <remarks>Scoped service; the host's pages and mail hooks call it as system. No act saves; the host saves once. Where two processes hear of one response at
/// once, the second save ends with <c>AlreadyExists</c>.</remarks>
[FrontDoor]
public sealed class CampaignResponses(
    ICampaignResponseStore store, ICampaignStore campaigns, IInvalidAddresses addresses, IConsentWithdrawals withdrawals, ContactPermissions permissions, CampaignTokens tokens,
    MarketingOptions options, CrmActs acts)
{
    private const string Act = "marketing.record-response";
    private const string Source = "campaign";

    /// <summary>Takes in a response.</summary>
    /// <param name="details">What happened.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What became of it, also where the recipient is not known or the message was not sent yet; or <c>ActNotAllowed</c>, <c>InvalidValue</c>, or what keeps the
    /// address or the consent from being noted.</returns>
    public Task<CrmResult<CampaignResponseOutcome>> RecordAsync(CampaignResponseDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync(Act, now => RecordAsync(details, now, cancellationToken), cancellationToken);
    }

    /// <summary>Takes in an opening or a click by the token of the message, as long as the customer agrees to being followed.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kind">Opened or clicked.</param>
    /// <param name="key">The same each time that it is told of.</param>
    /// <param name="detail">What is known besides, such as the link.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What became of it; or <c>ActNotAllowed</c>, <c>CampaignTokenInvalid</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CampaignResponseOutcome>> TrackAsync(string token, CampaignResponseKind kind, string key, string? detail = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<CampaignResponseOutcome>(
            Act,
            async now =>
            {
                if (kind is not (CampaignResponseKind.Opened or CampaignResponseKind.Clicked))
                {
                    return acts.Errors.InvalidValue("kind", "Opens and clicks are followed, nothing else.");
                }

                if (tokens.ReadTracking(token) is not { } id)
                {
                    return acts.Errors.CampaignTokenInvalid();
                }

                if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } recipient && !await IsFollowedAsync(recipient, cancellationToken).ConfigureAwait(false))
                {
                    return CampaignResponseOutcome.NotFollowed;
                }

                return await RecordAsync(new(id, kind, key) { Detail = detail }, now, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>Takes in that a recipient opts out, by the token of the message. It needs no other right than the token; once more changes nothing.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What became of it; or <c>ActNotAllowed</c>, <c>CampaignTokenInvalid</c>.</returns>
    public Task<CrmResult<CampaignResponseOutcome>> OptOutAsync(string token, CancellationToken cancellationToken = default) => acts.MakeAsync<CampaignResponseOutcome>(
        Act,
        async now => tokens.ReadOptOut(token) is { } id
            ? await RecordAsync(new(id, CampaignResponseKind.OptedOut, $"opt-out:{id}"), now, cancellationToken).ConfigureAwait(false)
            : acts.Errors.CampaignTokenInvalid(),
        cancellationToken);

    private async Task<CrmResult<CampaignResponseOutcome>> RecordAsync(CampaignResponseDetails details, Instant now, CancellationToken cancellationToken)
    {
        var key = Guard.Line(details.Key, CampaignResponse.MaxKeyLength, nameof(details.Key));
        Guard.Defined(details.Kind, nameof(details.Kind));
        if (await store.KnowsAsync(key, cancellationToken).ConfigureAwait(false))
        {
            return CampaignResponseOutcome.Repeated;
        }

        var recipient = await store.FindAsync(details.RecipientId, cancellationToken).ConfigureAwait(false);
        var outcome = recipient is null ? CampaignResponseOutcome.UnknownRecipient : recipient.CanRespond(details.Kind).IsPermitted ? CampaignResponseOutcome.Applied : CampaignResponseOutcome.Waiting;
        var response = new CampaignResponse(CampaignResponseId.New(now), details with { Key = key }, recipient?.CustomerId, outcome, now);
        if (recipient is not null)
        {
            if (outcome == CampaignResponseOutcome.Applied)
            {
                recipient.Respond(response.Kind, response.At, now);
            }

            // Who wants no more of it, or cannot be reached, is not written to again, whatever else is known.
            if (await FollowUpAsync(recipient, response, cancellationToken).ConfigureAwait(false) is { Succeeded: false } failed)
            {
                return CrmResult<CampaignResponseOutcome>.Failed(failed.Errors);
            }
        }

        store.Add(response);
        if (recipient is not null && outcome == CampaignResponseOutcome.Applied && response.Kind == CampaignResponseKind.Sent)
        {
            foreach (var waiting in await store.WaitingAsync(recipient.Id, cancellationToken).ConfigureAwait(false))
            {
                var wasUnknown = waiting.Outcome == CampaignResponseOutcome.UnknownRecipient;
                recipient.Respond(waiting.Kind, waiting.At, now);
                waiting.Apply(recipient.CustomerId, now);
                if (wasUnknown && await FollowUpAsync(recipient, waiting, cancellationToken).ConfigureAwait(false) is { Succeeded: false } failed)
                {
                    return CrmResult<CampaignResponseOutcome>.Failed(failed.Errors);
                }
            }
        }

        return outcome;
    }

    private async Task<CrmResult<bool>> FollowUpAsync(CampaignRecipient recipient, CampaignResponse response, CancellationToken cancellationToken) => response.Kind switch
    {
        CampaignResponseKind.BouncedHard when recipient.AddressKey is { } address =>
            await addresses.MarkAsync(recipient.CustomerId, address, response.Detail ?? "hard bounce", cancellationToken).ConfigureAwait(false),
        CampaignResponseKind.OptedOut when await campaigns.FindAsync(recipient.CampaignId, cancellationToken).ConfigureAwait(false) is { } campaign =>
            await withdrawals.WithdrawAsync(recipient.CustomerId, campaign.Purpose, campaign.Channel, Source, response.Key, cancellationToken).ConfigureAwait(false),
        _ => true,
    };

    private async Task<bool> IsFollowedAsync(CampaignRecipient recipient, CancellationToken cancellationToken) =>
        await campaigns.FindAsync(recipient.CampaignId, cancellationToken).ConfigureAwait(false) is { } campaign
        && (await permissions.MayContactAsync(recipient.CustomerId, options.TrackingPurpose, campaign.Channel, cancellationToken: cancellationToken).ConfigureAwait(false)).TryGetValue(out var decision)
        && decision.Consent is { Standing: ConsentStanding.Granted };
}
