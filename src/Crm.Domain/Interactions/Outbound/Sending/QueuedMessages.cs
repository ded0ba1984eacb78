using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Queues messages through the desk.</summary>
internal sealed class QueuedMessages(MessageDesk desk) : IQueuedMessages
{
    public async Task<CrmResult<OutboundMessageId>> QueueAsync(MessageDraft draft, CancellationToken cancellationToken)
    {
        var queued = await desk.ComposeAsync(draft, cancellationToken).ConfigureAwait(false);
        return queued.TryGetValue(out var message) ? message.Id : CrmResult<OutboundMessageId>.Failed(queued.Errors);
    }
}
