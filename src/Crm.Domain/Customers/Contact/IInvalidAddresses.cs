using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Notes addresses that turned out not to reach their customer.</summary>
public interface IInvalidAddresses
{
    /// <summary>Marks the contact points with an address as invalid. Never saves.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="addressKey">By which two notations of the address are the same.</param>
    /// <param name="reason">Why, one line; what is too long is cut.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Whether one was marked: false for one who has no such address any more, or where it was known.</returns>
    Task<CrmResult<bool>> MarkAsync(CustomerId customerId, string addressKey, string reason, CancellationToken cancellationToken);
}
