using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Privacy;

/// <summary>Answers what people may ask of their data: all of it, as a copy.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class PrivacyOffice(IPersonalDataStore store, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Reads everything that is stored about a customer: all areas, the history of changes, events, merges and whom they absorbed.</summary>
    /// <param name="customerId">The customer; the id of one that was merged gives the survivor's data.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The export, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<PersonalDataExport>> ExportAsync(CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<PersonalDataExport>(
        "privacy.export",
        async now => await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is { } customer
            ? new PersonalDataExport(customer, now, await store.ExportAsync(customer.Id, cancellationToken).ConfigureAwait(false))
            : acts.Errors.CustomerNotFound(customerId.ToString()),
        cancellationToken);
}
