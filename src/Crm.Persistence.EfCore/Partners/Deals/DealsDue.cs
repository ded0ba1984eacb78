using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Partners;

/// <summary>Lets registrations of deals expire whose period is over.</summary>
internal sealed class DealsDue : IDueWork
{
    public string Actor => "deal-registrations";

    public string Reason => "The period of the deal is over.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Partners)
        ? DueTenants.OfAsync<DealRegistration>(db, all => all.Where(d => d.DueAt <= now), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<DealApprovals>().RunAsync(BatchSize, cancellationToken).ConfigureAwait(false), due => due.Count, cancellationToken).ConfigureAwait(false);
}
