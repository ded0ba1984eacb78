using System.Runtime.CompilerServices;
using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>
/// Gives out the customers that the actor may read, one after the other, however many there are: for a file in our own layout
/// (<see cref="CustomerCells"/>) or for address books (<see cref="VCard"/>).
/// </summary>
/// <remarks>Scoped service. Changes nothing.</remarks>
[FrontDoor]
public sealed class CustomerExporter(ICustomerExportQueries queries, CrmActs acts)
{
    private const int CustomersAtOnce = 500;

    /// <summary>Reads customers in the order in which they were recorded.</summary>
    /// <param name="criteria">Which customers; all of them when null.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The customers that the actor may read. One that is recorded or changed meanwhile may be among them.</returns>
    public async IAsyncEnumerable<ExportedCustomer> ReadAsync(CustomerCriteria? criteria = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (reach, isStaff) = (acts.Gate.Readable, acts.Gate.Actor.IsStaff);
        for (CustomerId? after = null; ;)
        {
            var page = await queries.PageAsync(criteria ?? new CustomerCriteria(), reach, after, CustomersAtOnce, cancellationToken).ConfigureAwait(false);
            foreach (var exported in page)
            {
                yield return exported with { Customer = isStaff ? exported.Customer.ReadableBy(acts.Gate.Rights) : exported.Customer.ForOutsiders() };
            }

            if (page.Count < CustomersAtOnce)
            {
                yield break;
            }

            after = page[^1].Customer.Id;
        }
    }
}
