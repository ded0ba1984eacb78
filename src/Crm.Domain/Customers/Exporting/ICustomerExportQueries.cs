using Crm.Domain.Access;

namespace Crm.Domain.Customers;

/// <summary>Reads customers whole, page by page, without tracking.</summary>
public interface ICustomerExportQueries
{
    /// <summary>Reads a page of customers in the order of their ids.</summary>
    /// <param name="criteria">Which customers.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="after">The last customer of the page before; null for the first page.</param>
    /// <param name="take">Most customers to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<IReadOnlyList<ExportedCustomer>> PageAsync(CustomerCriteria criteria, CrmReach reach, CustomerId? after, int take, CancellationToken cancellationToken);
}
