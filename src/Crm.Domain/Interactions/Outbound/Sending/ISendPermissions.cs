using Crm.Domain.Customers;

namespace Crm.Domain.Interactions;

/// <summary>Answers from consents, restrictions and suppressed addresses whether a customer may be contacted now.</summary>
public interface ISendPermissions
{
    /// <summary>Asks.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">The purpose; one that is not registered permits nothing.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="address">The address in question; null for the one that the customer prefers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The answer.</returns>
    Task<SendPermission> AskAsync(CustomerId customerId, string? purpose, ChannelKey channel, string? address, CancellationToken cancellationToken);
}
