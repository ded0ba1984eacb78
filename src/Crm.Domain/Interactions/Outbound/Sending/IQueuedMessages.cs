using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Queues messages for areas that only point at them, by the rules of the <see cref="MessageDesk"/>. Nothing is saved.</summary>
public interface IQueuedMessages
{
    /// <summary>Writes a message and queues it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="texts">Texts for the template by their names, besides those of the registered sources.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or what <see cref="MessageDesk.ComposeAsync"/> refuses.</returns>
    Task<CrmResult<OutboundMessageId>> QueueAsync(MessageDraft draft, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken);
}
