using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerExportQueries(CrmDb db) : ICustomerExportQueries
{
    public async Task<IReadOnlyList<ExportedCustomer>> PageAsync(
        CustomerCriteria criteria, CrmReach reach, CustomerId? after, int take, CancellationToken cancellationToken)
    {
        var query = CustomerFilters.Matching(db, criteria, reach);
        if (after is { } last)
        {
            query = query.Where(c => c.Id > last);
        }

        var customers = await query.AsSplitQuery().OrderBy(c => c.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        var keys = customers.ConvertAll(c => c.Id.Value);
        var changed = await db.Context.Set<AuditEntry>().Where(a => keys.Contains(a.AggregateId)).GroupBy(a => a.AggregateId)
            .Select(g => new { g.Key, At = g.Max(a => a.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken).ConfigureAwait(false);
        return customers.ConvertAll(c => new ExportedCustomer(CustomerProfile.Of(c), changed.GetValueOrDefault(c.Id.Value, c.CreatedAt)));
    }
}
