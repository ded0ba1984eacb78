using Crm.Domain.Customers;

namespace Crm.Domain.Interactions;

/// <summary>Reads whom messages go to.</summary>
public interface IMessageRecipients
{
    /// <summary>Finds a customer, or the survivor of one that was merged.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The recipient, or null.</returns>
    Task<MessageRecipient?> FindAsync(CustomerId id, CancellationToken cancellationToken);
}
