using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Looks absorbed customers up. A tombstone points at a living customer always, so one step is enough.</summary>
internal static class Tombstones
{
    public static async Task<CustomerId?> SurvivorOfAsync(CrmDb db, CustomerId id, CancellationToken cancellationToken) =>
        await db.Context.Set<CustomerTombstone>().AsNoTracking().Where(t => t.AbsorbedId == id).Select(t => (CustomerId?)t.SurvivorId)
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
}
