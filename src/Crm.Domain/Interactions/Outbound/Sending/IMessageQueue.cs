using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Queues messages for areas that send, such as campaigns.</summary>
public interface IMessageQueue
{
    /// <summary>Writes a message and queues it, as <see cref="MessageDesk.ComposeAsync"/> does.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="texts">Values besides those of the registered sources; names that no <see cref="MessageNames"/> registers are never used.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The message, or what the desk refuses.</returns>
    Task<CrmResult<OutboundMessageId>> QueueAsync(MessageDraft draft, IReadOnlyDictionary<string, string?> texts, CancellationToken cancellationToken);
}
