using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Sends through the outbound messages, which ask for permission once more when they are written and when they go out.</summary>
internal sealed class CampaignSender(IMessageQueue queue, ContactPermissions permissions, CampaignTokens tokens, MarketingOptions options) : ICampaignSender
{
    public async Task<IReadOnlyList<CustomerId>> SendAsync(Campaign campaign, IReadOnlyList<CampaignRecipient> recipients, Instant now, CancellationToken cancellationToken)
    {
        var followed = await FollowedAsync(campaign, recipients, now, cancellationToken).ConfigureAwait(false);
        var templates = campaign.Variants.ToDictionary(v => v.Key, v => v.TemplateKey, StringComparer.Ordinal);
        var skipped = new List<CustomerId>();
        foreach (var recipient in recipients)
        {
            var texts = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [CampaignNames.Name] = campaign.Name,
                [CampaignNames.OptOutToken] = tokens.HasKey ? tokens.ForOptOut(recipient.Id) : null,
                [CampaignNames.TrackingToken] = tokens.HasKey && followed.Contains(recipient.CustomerId) ? tokens.ForTracking(recipient.Id) : null,
            };
            var queued = await queue.QueueAsync(new MessageDraft(recipient.CustomerId) { TemplateKey = templates[recipient.Variant!] }, texts, cancellationToken).ConfigureAwait(false);
            if (queued.TryGetValue(out var messageId))
            {
                recipient.Queue(messageId, now);
            }
            else
            {
                var refused = queued.Errors[0];
                recipient.Skip(SkipReasons.Of(refused.Code == nameof(Primitives.CrmErrorDescriber.MessageNotPermitted) ? refused.Target : refused.Code), now);
                skipped.Add(recipient.CustomerId);
            }
        }

        return skipped;
    }

    // Opens and clicks of those alone are followed who agreed to it.
    private async Task<HashSet<CustomerId>> FollowedAsync(Campaign campaign, IReadOnlyList<CampaignRecipient> recipients, Instant now, CancellationToken cancellationToken)
    {
        if (!tokens.HasKey || recipients.Count == 0)
        {
            return [];
        }

        var asked = await permissions.MayContactAllAsync([.. recipients.Select(r => r.CustomerId)], options.TrackingPurpose, campaign.Channel, now, cancellationToken).ConfigureAwait(false);
        return asked.TryGetValue(out var decisions) ? [.. decisions.Where(d => d.Value.MayContact).Select(d => d.Key)] : [];
    }
}
