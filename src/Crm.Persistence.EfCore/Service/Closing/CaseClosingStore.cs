using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseClosingStore(CrmDb crm) : ICaseClosingStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<IReadOnlyList<ServiceCase>> SilentAsync(CaseStatus status, Instant silentSince, int take, CancellationToken cancellationToken)
    {
        var ids = await Silent(status).Where(c => c.SilentSince <= silentSince).OrderBy(c => c.SilentSince).ThenBy(c => c.Id).Select(c => c.Id).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return ids.Count == 0
            ? []
            : await _db.Context.Set<ServiceCase>().AsSplitQuery().Where(c => ids.Contains(c.Id)).OrderBy(c => c.SilentSince).ThenBy(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<Instant?> FirstSilentAsync(CaseStatus status, CancellationToken cancellationToken) =>
        Silent(status).OrderBy(c => c.SilentSince).ThenBy(c => c.Id).Select(c => c.SilentSince).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<ServiceCase> Silent(CaseStatus status) =>
        _db.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => c.Status == status && c.SilentSince != null);
}
