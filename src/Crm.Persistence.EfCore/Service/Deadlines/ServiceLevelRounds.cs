using Crm.Domain.Access;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceLevelRounds(ICrmScopeFactory scopes, IClock clock) : IServiceLevelRounds
{
    private readonly DeadlinesDue _due = new();

    public async Task<int> RaiseAsync(CancellationToken cancellationToken = default)
    {
        var all = new CrmScope(Actor.System(_due.Actor)) { Reason = _due.Reason };
        var raised = 0;
        foreach (var tenant in await TenantsAsync(all, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scope = scopes.Create(all with { TenantId = tenant });
            await using (scope.ConfigureAwait(false))
            {
                // Whoever is overtaken leaves the rest to the next round.
                raised += await _due.DoAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false) ?? 0;
            }
        }

        return raised;
    }

    private async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmScope all, CancellationToken cancellationToken)
    {
        var scope = scopes.Create(all);
        await using (scope.ConfigureAwait(false))
        {
            return await _due.TenantsAsync(scope.ServiceProvider.GetRequiredService<CrmDb>(), clock.GetCurrentInstant().ToMicroseconds(), cancellationToken).ConfigureAwait(false);
        }
    }
}
