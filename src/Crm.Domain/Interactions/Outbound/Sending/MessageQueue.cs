using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Queues through the desk.</summary>
internal sealed class MessageQueue(MessageDesk desk) : IMessageQueue
{
    public async Task<CrmResult<OutboundMessageId>> QueueAsync(MessageDraft draft, IReadOnlyDictionary<string, string?> texts, CancellationToken cancellationToken)
    {
        var values = new TemplateValues();
        draft.Values?.CopyTo(values);
        foreach (var (name, text) in texts)
        {
            values.Set(name, text);
        }

        var composed = await desk.ComposeAsync(draft with { Values = values }, cancellationToken).ConfigureAwait(false);
        return composed.TryGetValue(out var message) ? message.Id : CrmResult<OutboundMessageId>.Failed(composed.Errors);
    }
}
