using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceLevelRounds(ICrmScopeFactory scopes, IClock clock) : IServiceLevelRounds
{
    private const int PerRound = 500;
    private static readonly Actor s_actor = Actor.System("service-levels");

    public async Task<int> RaiseAsync(CancellationToken cancellationToken = default)
    {
        var raised = 0;
        foreach (var tenant in await DueTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scope = scopes.Create(new CrmScope(s_actor) { TenantId = tenant });
            await using (scope.ConfigureAwait(false))
            {
                // Whoever is overtaken leaves the rest to the next round.
                var result = await scope.ServiceProvider.GetRequiredService<ServiceLevelMonitor>().RaiseDueAsync(PerRound, cancellationToken).ConfigureAwait(false);
                raised += result.TryGetValue(out var levels) ? levels.Count : 0;
            }
        }

        return raised;
    }

    // In the order of what is due. Null alone where tenancy is off.
    private async Task<IReadOnlyList<string?>> DueTenantsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant().ToMicroseconds();
        var scope = scopes.Create(new CrmScope(s_actor));
        await using (scope.ConfigureAwait(false))
        {
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            if (!db.Maps(CrmAreas.Service))
            {
                return [];
            }

            var due = db.Context.Set<ServiceDeadline>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).AsNoTracking().Where(d => d.NextAlarmAt <= now);
            if (db.Context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is not true)
            {
                return await due.AnyAsync(cancellationToken).ConfigureAwait(false) ? [null] : [];
            }

            var tenants = await due.OrderBy(d => d.NextAlarmAt).Take(PerRound).Select(d => EF.Property<string>(d, CrmAnnotations.TenantId))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. tenants.Distinct(StringComparer.Ordinal)];
        }
    }
}
