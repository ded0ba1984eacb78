using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Hands on the messages of campaigns when they are due.</summary>
internal sealed class CampaignMessagesDue : IDueWork
{
    public string Actor => "campaign-messages";

    public string Reason => "The message of the campaign is due.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Marketing)
        ? DueTenants.OfAsync<CampaignRecipient>(db, all => all.Where(r => r.DueAt <= now && r.Status == CampaignRecipientStatus.Planned), cancellationToken)
        : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<CampaignRuns>().DispatchAsync(BatchSize, cancellationToken);
}
