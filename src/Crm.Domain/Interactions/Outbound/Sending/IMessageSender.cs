namespace Crm.Domain.Interactions;

/// <summary>
/// Brings messages of one channel on their way: a mail server, a gateway for text messages, a printer for letters. Hosts register one for
/// each channel they send on. It is called at least once for each message, always with the same <see cref="MessageToSend.IdempotencyKey"/>.
/// </summary>
public interface IMessageSender
{
    /// <summary>The channel.</summary>
    ChannelKey Channel { get; }

    /// <summary>Sends a message. An exception counts as <see cref="SendOutcome.TryAgain"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the try.</param>
    /// <returns>What came of it.</returns>
    Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken);
}
