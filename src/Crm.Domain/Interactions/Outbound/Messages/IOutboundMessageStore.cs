using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Loads outbound messages to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IOutboundMessageStore
{
    /// <summary>Loads a message.</summary>
    /// <param name="id">The message.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked message, or null.</returns>
    Task<OutboundMessage?> FindAsync(OutboundMessageId id, CancellationToken cancellationToken);

    /// <summary>Loads a message by its Message-ID, as reports of bounces name it.</summary>
    /// <param name="messageId">The Message-ID.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked message, or null.</returns>
    Task<OutboundMessage?> FindByMessageIdAsync(string messageId, CancellationToken cancellationToken);

    /// <summary>Loads the messages whose turn has come, the longest due first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked messages.</returns>
    Task<IReadOnlyList<OutboundMessage>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Adds a new message, to be written by the next save.</summary>
    /// <param name="message">The message.</param>
    void Add(OutboundMessage message);
}
