using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.Overview;

/// <summary>Reads overviews without tracking, in a number of commands that does not depend on the data.</summary>
public interface ICustomerOverviewQueries
{
    /// <summary>Reads the overview of a customer.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="criteria">How much of each list.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="audiences">The audiences whose content the caller may read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The overview; null when there is no such customer within reach.</returns>
    Task<CustomerOverview?> ReadAsync(
        CustomerId id, OverviewCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, CancellationToken cancellationToken);
}
