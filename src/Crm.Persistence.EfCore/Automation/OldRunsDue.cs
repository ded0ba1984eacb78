using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>Lets go of runs and deliveries whose time is over.</summary>
internal sealed class OldRunsDue(AutomationOptions options) : IDueWork
{
    public string Actor => "automation-retention";

    public string Reason => "Logs of automation are kept for as long as the options say.";

    public int BatchSize => 500;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        if (!db.Maps(CrmAreas.Automation))
        {
            return [];
        }

        var before = Before(now);
        var runs = await DueTenants.OfAsync<RuleRun>(db, all => all.Where(r => r.EventAt < before && r.Status != RuleRunStatus.Waiting), cancellationToken).ConfigureAwait(false);
        var deliveries = db.Context.Set<WebhookDelivery>().IgnoreAutoIncludes().AsNoTracking();
        return [.. runs.Union(
            await DueTenants.OfAsync<WebhookSubscription>(
                db,
                all => all.Where(s => deliveries.Any(d => d.SubscriptionId == s.Id && d.CreatedAt < before && d.Status != WebhookDeliveryStatus.Waiting)),
                cancellationToken).ConfigureAwait(false),
            StringComparer.Ordinal)];
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var before = Before(services.GetRequiredService<CrmActs>().Now);
        var removed = await services.GetRequiredService<IRuleRunStore>().RemoveOldAsync(before, BatchSize, cancellationToken).ConfigureAwait(false);
        return removed < BatchSize
            ? removed + await services.GetRequiredService<IWebhookStore>().RemoveOldAsync(before, BatchSize - removed, cancellationToken).ConfigureAwait(false)
            : removed;
    }

    private Instant Before(Instant now) => now - Duration.FromDays(options.KeepDays);
}
