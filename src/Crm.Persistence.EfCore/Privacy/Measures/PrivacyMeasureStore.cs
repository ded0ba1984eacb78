using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class PrivacyMeasureStore(CrmDb db) : IPrivacyMeasureStore
{
    public Task<PrivacyMeasure?> FindAsync(PrivacyMeasureId id, CancellationToken cancellationToken) => db.LoadAsync<PrivacyMeasure, PrivacyMeasureId>(id, cancellationToken);

    public async Task<IReadOnlyList<PrivacyMeasureRecord>> OfAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        (await db.Context.Set<PrivacyMeasure>().AsNoTracking().Where(m => ids.Contains(m.CustomerId)).OrderBy(m => m.PlacedAt).ThenBy(m => m.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(m => m.ToRecord());

    public void Add(PrivacyMeasure measure) => db.Context.Add(measure);
}
