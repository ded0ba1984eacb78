using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Queues messages through the desk.</summary>
internal sealed class QueuedMessages(MessageDesk desk) : IQueuedMessages
{
    public async Task<CrmResult<OutboundMessageId>> QueueAsync(MessageDraft draft, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        var values = texts.Aggregate(new TemplateValues(), (all, text) => all.Set(text.Key, text.Value));
        var queued = await desk.ComposeAsync(draft with { Values = values }, cancellationToken).ConfigureAwait(false);
        return queued.TryGetValue(out var message) ? message.Id : CrmResult<OutboundMessageId>.Failed(queued.Errors);
    }
}
