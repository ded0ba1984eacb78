using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Sends webhooks whose turn has come.</summary>
internal sealed class WebhooksDue : IDueWork
{
    public string Actor => "webhooks";

    public string Reason => "The webhook is due.";

    public int BatchSize => 20;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) => db.Maps(CrmAreas.Automation)
        ? await DueTenants.OfAsync<WebhookDelivery>(db, all => all.Where(d => d.DueAt <= now), cancellationToken).ConfigureAwait(false)
        : [];

    public Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<WebhookDeliveries>().SendDueAsync(BatchSize, cancellationToken);
}
