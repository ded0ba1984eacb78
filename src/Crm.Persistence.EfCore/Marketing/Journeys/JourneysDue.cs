using Crm.Domain.Access;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Background;
using Crm.Persistence.EfCore.Querying;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>
/// Journeys go on. A process keeps the runs that it takes on by a lease, so that several share the work; should one be stopped, its runs are
/// free again when the lease is over. Batches go in one transaction each; one that fails goes contact by contact.
/// </summary>
internal sealed class JourneysDue : IDueWork
{
    private const int Portion = 50;

    private static readonly Duration s_lease = Duration.FromMinutes(5);

    public string Actor => "journeys";

    public string Reason => "Journeys go on.";

    public int BatchSize => 500;

    public async Task<IReadOnlyCollection<string?>> TenantsAsync(CrmDb db, Instant now, CancellationToken cancellationToken)
    {
        if (!db.Maps(CrmAreas.Marketing))
        {
            return [];
        }

        var due = await DueTenants.OfAsync<JourneyRun>(db, all => all.Where(r => r.DueAt <= now), cancellationToken).ConfigureAwait(false);
        return [.. due.Union(await DueTenants.OfAsync<Journey>(db, all => all.Where(j => j.SegmentKey != null), cancellationToken).ConfigureAwait(false), StringComparer.Ordinal)];
    }

    public async Task<CrmResult<int>> DoAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (store, acts, lease) = (services.GetRequiredService<IJourneyRunStore>(), services.GetRequiredService<CrmActs>(), JourneyRunId.New(services.GetRequiredService<CrmActs>().Now).Value);
        await InOwnScopeAsync(services, null, s => s.GetRequiredService<JourneyIntake>().TakeInAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var claimed = await store.ClaimAsync(lease, acts.Now, acts.Now + s_lease, BatchSize, cancellationToken).ConfigureAwait(false);
        var last = acts.Now + (s_lease / 2);
        try
        {
            foreach (var batch in Batches(claimed).TakeWhile(_ => acts.Now <= last))
            {
                await GoOnAsync(services, batch, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (claimed.Count > 0)
            {
                await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            }
        }

        return claimed.Count;
    }

    // Of one customer one run at a time, since what actions ask does not see what is not written; and one chain of rules.
    private static IEnumerable<List<ClaimedRun>> Batches(IReadOnlyList<ClaimedRun> claimed) => claimed
        .GroupBy(r => r.CustomerId)
        .SelectMany(g => g.Select((run, turn) => (run, turn)))
        .GroupBy(r => (r.turn, r.run.Chain), r => r.run)
        .OrderBy(g => g.Key.turn)
        .SelectMany(g => g.Chunk(Portion))
        .Select(chunk => chunk.ToList());

    private static async Task GoOnAsync(IServiceProvider services, List<ClaimedRun> batch, CancellationToken cancellationToken)
    {
        var ids = batch.ConvertAll(r => r.Id);
        if (await InOwnScopeAsync(services, batch[0].Chain, s => s.GetRequiredService<JourneyRunner>().GoOnAsync(ids, cancellationToken)).ConfigureAwait(false))
        {
            return;
        }

        foreach (var run in batch)
        {
            await InOwnScopeAsync(
                services,
                run.Chain,
                async s =>
                {
                    await s.GetRequiredService<JourneyRunner>().GoOnAsync(run.Id, cancellationToken).ConfigureAwait(false);
                    return true;
                }).ConfigureAwait(false);
        }
    }

    private static async Task<T> InOwnScopeAsync<T>(IServiceProvider services, string? chain, Func<IServiceProvider, Task<T>> work)
    {
        var scope = services.GetRequiredService<CrmScopeAccessor>().Required;
        var own = services.GetRequiredService<ICrmScopeFactory>().Create(scope with { Cause = chain });
        await using (own.ConfigureAwait(false))
        {
            return await work(own.ServiceProvider).ConfigureAwait(false);
        }
    }
}
