using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>
/// Knows answers to messages of campaigns by themselves: an inbound message that names one as the message it answers. Answers of machines are none, and a second answer says
/// nothing new. One that is recorded before the campaign hears that its message was sent waits, as every response does.
/// </summary>
internal sealed class CampaignReplies(ICampaignResponseStore store, CampaignResponses responses) : ICrmEventHandler<InteractionRecorded>
{
    public async Task HandleAsync(InteractionRecorded happened, CrmDelivery delivery, CancellationToken cancellationToken)
    {
        if (happened.Direction == Direction.Inbound && !happened.IsAutomatic && await store.AnsweredByAsync(happened.InteractionId, cancellationToken).ConfigureAwait(false) is { } recipient)
        {
            var recorded = await responses.RecordAsync(
                new(recipient.Id, CampaignResponseKind.Replied, $"{CampaignResponseKind.Replied}:{recipient.Id}") { At = happened.OccurredAt }, cancellationToken).ConfigureAwait(false);
            recorded.WithoutValue().ThrowIfFailed();
        }
    }
}
