using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>
/// Says who read a customer, and when. Notes are kept where <c>CrmOptions.LogsAccess</c> is on: of finding one customer, its overview
/// and exports. Lists and searches leave none.
/// </summary>
/// <remarks>Scoped service, for staff.</remarks>
[FrontDoor]
public sealed class AccessTrail(IAccessQueries queries, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Reads a page of who read a customer, last first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<Page<AccessRecord>>> OfAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default) => acts.MakeAsync<Page<AccessRecord>>(
        "privacy.read-accesses",
        async _ => await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is { } customer
            ? await queries.PageAsync(customer.Id, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
            : acts.Errors.CustomerNotFound(customerId.ToString()),
        cancellationToken);
}
