using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Reads who read customers, without tracking.</summary>
public interface IAccessQueries
{
    /// <summary>Reads a page of who read a customer, last first.</summary>
    /// <param name="id">The living customer.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<AccessRecord>> PageAsync(CustomerId id, PageRequest page, CancellationToken cancellationToken);
}
