using System.Runtime.ExceptionServices;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Background;

/// <summary>Does what is due of one kind of work, of every tenant, each batch in a scope of its own.</summary>
internal sealed class DueWorkRounds(ICrmScopeFactory scopes, IClock clock)
{
    private const int Tries = 20;

    /// <summary>Does what is due now. What fails for one tenant is thrown when every other one has had its turn.</summary>
    /// <param name="work">The work.</param>
    /// <param name="isOneBatch">Whether each tenant has one batch done, rather than all until nothing is left or others are always faster.</param>
    /// <param name="cancellationToken">Stops the round; what is saved stays.</param>
    /// <returns>How many pieces this process did.</returns>
    public async Task<int> RunAsync(IDueWork work, bool isOneBatch, CancellationToken cancellationToken)
    {
        var all = new CrmScope(Actor.System(work.Actor)) { Reason = work.Reason };
        var done = 0;
        var failures = new List<Exception>();
        foreach (var tenant in await TenantsAsync(work, all, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                done += await RunAsync(work, all with { TenantId = tenant }, isOneBatch, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // One tenant's trouble must not keep the others waiting.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        }

        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        return failures.Count == 0 ? done : throw new AggregateException(failures);
    }

    private async Task<int> RunAsync(IDueWork work, CrmScope tenant, bool isOneBatch, CancellationToken cancellationToken)
    {
        for (var (done, tries) = (0, 1); ; tries++)
        {
            var batch = await BatchAsync(work, tenant, cancellationToken).ConfigureAwait(false);
            if (batch.TryGetValue(out var pieces))
            {
                (done, tries) = (done + pieces, 0);
                if (isOneBatch || pieces < work.BatchSize)
                {
                    return done;
                }
            }
            else if (isOneBatch || tries == Tries)
            {
                // Whoever was there first leaves nothing behind that would have to be told; anything else does.
                return batch.Errors.All(e => e.Code == nameof(CrmErrorDescriber.VersionConflict)) ? done : throw new CrmRuleException(batch.Errors);
            }
        }
    }

    private async Task<CrmResult<int>> BatchAsync(IDueWork work, CrmScope tenant, CancellationToken cancellationToken)
    {
        var scope = scopes.Create(tenant);
        await using (scope.ConfigureAwait(false))
        {
            return await work.DoAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
        }
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
