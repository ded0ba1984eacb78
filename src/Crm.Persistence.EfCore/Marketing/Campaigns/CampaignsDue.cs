using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Starts campaigns, takes their audience and chooses their winners, step by step.</summary>
internal sealed class CampaignsDue : IDueWork
{
    public string Actor => "campaigns";

    public string Reason => "The campaign runs.";

    public int BatchSize => 1;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Marketing)
        ? DueTenants.OfAsync<Campaign>(db, all => all.Where(c => (c.Status == CampaignStatus.Scheduled && c.StartsAt <= now) || c.Status == CampaignStatus.Running), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<CampaignRuns>().AdvanceAsync(cancellationToken);
}
