using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.SelfService;

/// <summary>Ends changes that waited too long for a code or for staff.</summary>
internal sealed class ChangeRequestsDue : IDueWork
{
    public string Actor => "change-requests";

    public string Reason => "The time of the requested change is over.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.SelfService)
        ? DueTenants.OfAsync<ChangeRequest>(db, all => all.Where(r => r.DueAt <= now), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<ChangeRequestDesk>().ExpireAsync(BatchSize, cancellationToken).ConfigureAwait(false), ended => ended, cancellationToken).ConfigureAwait(false);
}
