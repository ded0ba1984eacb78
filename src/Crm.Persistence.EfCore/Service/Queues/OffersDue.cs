using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>Puts work back into its queue that an agent was offered and did not take in time.</summary>
internal sealed class OffersDue : IDueWork
{
    public string Actor => "work-offers";

    public string Reason => "The agent did not take the offer in time.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) =>
        db.Maps(CrmAreas.Service)
            ? DueTenants.OfAsync<WorkItem>(db, all => all.Where(i => i.OfferedUntil != null && i.OfferedUntil <= now), cancellationToken)
            : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<WorkRouter>().ReturnExpiredAsync(BatchSize, cancellationToken);
}
