using Crm.Domain.Customers;

namespace Crm.Domain.Interactions;

/// <summary>
/// Puts into messages, right before their sender gets them, what the database must not keep, such as the token of a link: the stored
/// message and the recorded contact hold a mark in its place. Scoped services; several are asked one after the other.
/// </summary>
public interface IMessageSeal
{
    /// <summary>Completes a message. Every try of one message gives the same.</summary>
    /// <param name="message">The message as it is stored.</param>
    /// <param name="customerId">The customer whom it goes to.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The message as it is sent.</returns>
    Task<MessageToSend> CompleteAsync(MessageToSend message, CustomerId customerId, CancellationToken cancellationToken);
}
