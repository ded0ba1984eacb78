using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>The time zones of recipients. A host that knows better registers its own.</summary>
public interface IRecipientZones
{
    /// <summary>The zone in which a customer's hours and days count.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The zone.</returns>
    Task<DateTimeZone> OfAsync(CustomerId customerId, CancellationToken cancellationToken);
}
