using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Primitives;

namespace Crm.Domain.Overview;

/// <summary>The unified view: everything around one customer on one page, over all areas that are in use.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class CustomerOverviews(ICustomerOverviewQueries overviews, CrmActs acts)
{
    /// <summary>Reads the overview of a customer: what the actor may see of it.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="criteria">How much of each list; twenty cases and orders and fifty rows of the timeline when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The overview; null when there is no such customer or the actor may not read it.</returns>
    public async Task<CustomerOverview?> FindAsync(CustomerId id, OverviewCriteria? criteria = null, CancellationToken cancellationToken = default)
    {
        var found = acts.Gate.Readable.Includes(new(SubjectKinds.Customer, id.Value))
            ? await overviews.ReadAsync(id, criteria ?? new(), acts.Gate.Readable, acts.Gate.ReadableAudiences, cancellationToken).ConfigureAwait(false)
            : null;
        if (found is not null)
        {
            await acts.NoteReadAsync(found.Customer.Id.ToSubject(), "overview.find", cancellationToken).ConfigureAwait(false);
        }

        return found is null || !acts.Gate.Rights.RestrictsFields ? found : found with
        {
            Customer = found.Customer.ReadableBy(acts.Gate.Rights),
            Insight = acts.Gate.Rights.MayReadAll(nameof(CustomerInsight)) ? found.Insight : null,
        };
    }
}
