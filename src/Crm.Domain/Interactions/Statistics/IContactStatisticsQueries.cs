using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads how often and when customers were in contact, without tracking, in a number of commands that does not depend on the data.</summary>
public interface IContactStatisticsQueries
{
    /// <summary>Reads the statistics of one customer.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="audiences">The audiences whose contacts the caller may read.</param>
    /// <param name="now">The instant for which days are counted; later contacts do not count.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The statistics; empty ones for a customer without contacts.</returns>
    Task<ContactStatistics> ReadAsync(CustomerId id, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);
}
