using Crm.Domain.Access;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Does what is due of one kind of work, of every tenant, each batch in a scope of its own.</summary>
internal sealed class DueWorkRounds(ICrmScopeFactory scopes, IClock clock)
{
    private const int Tries = 20;

    /// <summary>Does what is due now, until nothing is left or others are always faster.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops the round; what is saved stays.</param>
    /// <returns>How many pieces this process did.</returns>
    public async Task<int> RunAsync(IDueWork work, CancellationToken cancellationToken)
    {
        var all = new CrmScope(Actor.System(work.Actor)) { Reason = work.Reason };
        var done = 0;
        foreach (var tenant in await TenantsAsync(work, all, cancellationToken).ConfigureAwait(false))
        {
            for (var (tries, last) = (0, work.BatchSize); tries < Tries && last >= work.BatchSize;)
            {
                var scope = scopes.Create(all with { TenantId = tenant });
                await using (scope.ConfigureAwait(false))
                {
                    if (await work.DoAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false) is { } saved)
                    {
                        (done, last, tries) = (done + saved, saved, 0);
                    }
                    else
                    {
                        // Another process or an agent was there first; what is left is looked for anew.
                        tries++;
                    }
                }
            }
        }

        return done;
    }

    private async Task<IReadOnlyCollection<string?>> TenantsAsync(IDueWork work, CrmScope all, CancellationToken cancellationToken)
    {
        var scope = scopes.Create(all);
        await using (scope.ConfigureAwait(false))
        {
            return await work.TenantsAsync(scope.ServiceProvider.GetRequiredService<CrmDb>(), clock.GetCurrentInstant().ToMicroseconds(), cancellationToken).ConfigureAwait(false);
        }
    }
}
