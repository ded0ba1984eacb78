using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Reads lists of customers without tracking.</summary>
public interface ICustomerQueries
{
    /// <summary>Lists customers, newest first.</summary>
    /// <param name="criteria">Which customers.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CustomerSummary>> ListAsync(CustomerCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// Says who a customer is, for areas that only point at it; customers that are not saved yet are known too. The id of a customer
    /// that was merged gives the survivor: point at the id of the answer.
    /// </summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The identity of the customer or of its survivor, or null.</returns>
    Task<CustomerIdentity?> IdentifyAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Where many customers are now, for acts on many records: those that were merged are found by their old ids.</summary>
    /// <param name="ids">Ids of living or absorbed customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Id to the living customer's id; ids that never named a saved customer are left out.</returns>
    Task<IReadOnlyDictionary<CustomerId, CustomerId>> ResolveAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The ids of customers by their identities in one other system.</summary>
    /// <param name="system">The other system.</param>
    /// <param name="values">Identities there.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Identity to customer, for those that exist.</returns>
    Task<IReadOnlyDictionary<string, CustomerId>> FindByReferencesAsync(string system, IReadOnlyCollection<string> values, CancellationToken cancellationToken);
}
