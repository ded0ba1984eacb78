using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

/// <summary>Raises levels of escalation that have come.</summary>
internal sealed class DeadlinesDue : IDueWork
{
    public string Actor => "service-levels";

    public string Reason => "A level of escalation has come.";

    public int BatchSize => 500;

    public Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken) =>
        db.Maps(CrmAreas.Service)
            ? DueTenants.OfAsync<ServiceDeadline>(db, all => all.Where(d => d.NextAlarmAt <= now), cancellationToken)
            : Task.FromResult<IReadOnlyCollection<string?>>([]);

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var done = await services.GetRequiredService<ServiceLevelMonitor>().RaiseDueAsync(BatchSize, cancellationToken).ConfigureAwait(false);
        return done.TryGetValue(out var raised) ? raised.Count : CrmResult<int>.Failed(done.Errors);
    }
}
