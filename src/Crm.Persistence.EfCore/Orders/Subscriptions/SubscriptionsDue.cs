using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Orders;

/// <summary>Books the periods of subscriptions that come due, and ends what is over.</summary>
internal sealed class SubscriptionsDue : IDueWork
{
    public string Actor => "subscriptions";

    public string Reason => "The period of the subscription is due.";

    public int BatchSize => 100;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        // The zone is the tenant's own, and may be a day ahead; what is not due there yet is left.
        var today = now.InUtc().Date.PlusDays(1);
        return db.Maps(CrmAreas.Orders)
            ? DueTenants.OfAsync<Subscription>(
                db, all => all.Where(s => s.Status == SubscriptionStatus.Active && s.NextOn <= today && (s.RetryOn == null || s.RetryOn <= today)), cancellationToken)
            : Task.FromResult<IReadOnlyCollection<string?>>([]);
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken) => await services.SaveAsync(
        await services.GetRequiredService<Subscriptions>().RenewDueAsync(BatchSize, cancellationToken).ConfigureAwait(false), due => due.Count, cancellationToken).ConfigureAwait(false);
}
