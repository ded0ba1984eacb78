using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyRunStore(CrmDb crm) : IJourneyRunStore
{
    private const int Tries = 5;

    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private DbSet<JourneyRun> Runs => Db.Context.Set<JourneyRun>();

    public async Task<IReadOnlyList<JourneyRun>> LoadAsync(IReadOnlyCollection<JourneyRunId> ids, CancellationToken cancellationToken) =>
        await Runs.Where(r => ids.Contains(r.Id)).OrderBy(r => r.DueAt).ThenBy(r => r.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<JourneyRun>> OfCustomerAsync(CustomerId customerId, IReadOnlyCollection<JourneyId> journeys, CancellationToken cancellationToken)
    {
        await Runs.Where(r => r.CustomerId == customerId && journeys.Contains(r.JourneyId)).LoadAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. Db.Context.ChangeTracker.Entries<JourneyRun>().Select(e => e.Entity).Where(r => r.CustomerId == customerId && journeys.Contains(r.JourneyId))
                .OrderByDescending(r => r.EnteredAt).ThenByDescending(r => r.Id),
        ];
    }

    public async Task<IReadOnlyList<CustomerId>> NewMembersAsync(JourneyId journeyId, string segmentKey, bool isOnce, CustomerId? after, int take, CancellationToken cancellationToken)
    {
        var stays = Db.Context.Set<SegmentMembership>().AsNoTracking().Where(m => m.SegmentKey == segmentKey).Lasting();
        if (after is { } last)
        {
            stays = stays.Where(m => m.CustomerId > last);
        }

        stays = isOnce
            ? stays.Where(m => !Runs.Any(r => r.JourneyId == journeyId && r.CustomerId == m.CustomerId))
            : stays.Where(m => !Runs.Any(r => r.JourneyId == journeyId && r.CustomerId == m.CustomerId && (r.IsLive == true || r.EnteredAt >= m.EnteredAt)));
        return await stays.OrderBy(m => m.CustomerId).Select(m => m.CustomerId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Add(JourneyRun run) => Runs.Add(run);

    public void Add(JourneyStepRecord record) => Db.Context.Add(record);

    public void Add(JourneySignal signal) => Db.Context.Add(signal);

    public async Task<IReadOnlyList<Instant>> SignalsAsync(JourneyRunId runId, string step, CancellationToken cancellationToken) =>
        await Db.Context.Set<JourneySignal>().AsNoTracking().Where(s => s.RunId == runId && s.Step == step).Select(s => s.At).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<bool> IsNotedAsync(JourneyRunId runId, Guid eventId, CancellationToken cancellationToken) =>
        Db.Context.Set<JourneySignal>().AnyAsync(s => s.RunId == runId && s.EventId == eventId, cancellationToken);

    public async Task<IReadOnlyList<ClaimedRun>> ClaimAsync(Guid lease, Instant now, Instant until, int take, CancellationToken cancellationToken)
    {
        // Reading first keeps idle processes from taking SQLite's only write lock. Whoever loses the race for all it read looks again.
        var free = Runs.Where(r => r.DueAt <= now && (EF.Property<Instant?>(r, JourneyRunConfiguration.LeaseUntil) == null || EF.Property<Instant?>(r, JourneyRunConfiguration.LeaseUntil) < now));
        for (var tries = 0; tries < Tries; tries++)
        {
            var ids = await free.OrderBy(r => r.DueAt).ThenBy(r => r.Id).Select(r => r.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (ids.Count == 0)
            {
                return [];
            }

            var claimed = await free.Where(r => EF.Parameter(ids).Contains(r.Id)).ExecuteUpdateAsync(
                u => u.SetProperty(r => EF.Property<Guid?>(r, JourneyRunConfiguration.Lease), lease).SetProperty(r => EF.Property<Instant?>(r, JourneyRunConfiguration.LeaseUntil), until),
                cancellationToken).ConfigureAwait(false);
            if (claimed > 0)
            {
                return await Runs.AsNoTracking().Where(r => EF.Property<Guid?>(r, JourneyRunConfiguration.Lease) == lease).OrderBy(r => r.DueAt).ThenBy(r => r.Id)
                    .Select(r => new ClaimedRun(r.Id, r.CustomerId, r.JourneyKey, r.Chain)).ToListAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return [];
    }

    public Task ReleaseAsync(Guid lease, CancellationToken cancellationToken) => Runs.Where(r => EF.Property<Guid?>(r, JourneyRunConfiguration.Lease) == lease).ExecuteUpdateAsync(
        u => u.SetProperty(r => EF.Property<Guid?>(r, JourneyRunConfiguration.Lease), (Guid?)null).SetProperty(r => EF.Property<Instant?>(r, JourneyRunConfiguration.LeaseUntil), (Instant?)null),
        cancellationToken);

    public async Task<Page<JourneyRun>> ListAsync(JourneyRunCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Runs.AsNoTracking();
        if (criteria.JourneyKey is { } key)
        {
            var stored = StorableText.Of(key);
            query = query.Where(r => r.JourneyKey == stored);
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(r => r.CustomerId == customer);
        }

        if (criteria.Status is { } status)
        {
            query = query.Where(r => r.Status == status);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, JourneyRunId.From(after.Id));
            query = query.Where(r => r.EnteredAt <= at && (r.EnteredAt < at || r.Id < id));
        }

        var rows = await query.OrderByDescending(r => r.EnteredAt).ThenByDescending(r => r.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, r => new PageKey(r.EnteredAt, r.Id.Value));
    }

    public async Task<IReadOnlyList<JourneyStepRecord>> StepsAsync(JourneyRunId runId, CancellationToken cancellationToken)
    {
        var steps = await Db.Context.Set<JourneyStepRecord>().AsNoTracking().Where(s => s.RunId == runId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. steps.OrderBy(s => s.At).ThenBy(s => s.ArrivedAt)];
    }
}
