using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class DuplicateStore(CrmDb db) : IDuplicateStore
{
    private const int PairsPerQuery = 1_000;

    public Task<DuplicateScan?> FindUnfinishedScanAsync(CancellationToken cancellationToken) => db.Context.Set<DuplicateScan>().AsTracking()
        .Where(s => s.FinishedAt == null).OrderByDescending(s => s.BegunAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<DuplicateScan?> FindScanAsync(DuplicateScanId id, CancellationToken cancellationToken) => db.LoadAsync<DuplicateScan, DuplicateScanId>(id, cancellationToken);

    public Task<DuplicatePair?> FindPairAsync(DuplicatePairId id, CancellationToken cancellationToken) => db.LoadAsync<DuplicatePair, DuplicatePairId>(id, cancellationToken);

    public void Add(DuplicateScan scan) => db.Context.Add(scan);

    public void Add(IEnumerable<DuplicatePair> pairs) => db.Context.AddRange(pairs);

    public async Task<DuplicateBatch> NextAsync(CustomerId? after, int take, int maxSharing, CancellationToken cancellationToken)
    {
        var context = db.Context;

        // What earlier batches found is saved, and would only slow the save of this one.
        foreach (var entry in context.ChangeTracker.Entries<DuplicatePair>().Where(e => e.State == EntityState.Unchanged).ToList())
        {
            entry.State = EntityState.Detached;
        }

        var customers = context.Set<Customer>().IgnoreAutoIncludes();
        if (after is { } last)
        {
            customers = customers.Where(c => c.Id > last);
        }

        var ids = await customers.OrderBy(c => c.Id).Take(take).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var stored = context.Set<CustomerKey>().AsNoTracking().Where(k => k.Kind == CustomerMatchKeys.KindName);
        var own = stored.Where(k => ids.Contains(k.CustomerId));
        var keys = await own.Select(k => k.Key).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var telling = await stored.Where(k => keys.Contains(k.Key)).GroupBy(k => k.Key)
            .Where(g => g.Count() > 1 && g.Count() <= maxSharing).Select(g => g.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var rows = await own.Where(k => telling.Contains(k.Key))
            .Join(stored, k => k.Key, o => o.Key, (k, o) => new { Second = k.CustomerId, First = o.CustomerId })
            .Where(p => p.First < p.Second).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var pairs = rows.Select(r => (r.First, r.Second)).Order().ToList();
        var needed = pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        var loaded = new Dictionary<CustomerId, Customer>();
        foreach (var chunk in needed.Chunk(PairsPerQuery))
        {
            foreach (var customer in await context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => chunk.Contains(c.Id)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                loaded[customer.Id] = customer;
            }
        }

        return new DuplicateBatch(ids, loaded, [.. pairs.Where(p => loaded.ContainsKey(p.First) && loaded.ContainsKey(p.Second))]);
    }

    public async Task<IReadOnlySet<(CustomerId First, CustomerId Second)>> KnownAsync(
        IReadOnlyCollection<(CustomerId First, CustomerId Second)> pairs, CancellationToken cancellationToken)
    {
        var living = pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct().ToList();
        var known = new HashSet<(CustomerId, CustomerId)>();
        var now = living.ToDictionary(id => id);
        foreach (var chunk in living.Chunk(PairsPerQuery))
        {
            foreach (var tombstone in await db.Context.Set<CustomerTombstone>().AsNoTracking().Where(t => chunk.Contains(t.SurvivorId)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                now[tombstone.AbsorbedId] = tombstone.SurvivorId;
            }
        }

        // Both customers of a pair are among these, whoever they are now.
        foreach (var chunk in now.Keys.Chunk(PairsPerQuery))
        {
            var rows = await db.Context.Set<DuplicatePair>().AsNoTracking().Where(p => chunk.Contains(p.SecondId))
                .Select(p => new { p.FirstId, p.SecondId }).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in rows.Where(r => now.ContainsKey(r.FirstId)))
            {
                var (one, other) = (now[row.FirstId], now[row.SecondId]);
                known.Add(one < other ? (one, other) : (other, one));
            }
        }

        return known;
    }

    public async Task<Page<DuplicatePairSummary>> ListAsync(DuplicatePairStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        var customers = db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking();
        var query = db.Context.Set<DuplicatePair>().AsNoTracking();
        query = status switch
        {
            DuplicatePairStatus.Open => query.Where(p => p.DismissedAt == null && customers.Any(c => c.Id == p.FirstId) && customers.Any(c => c.Id == p.SecondId)),
            DuplicatePairStatus.Merged => query.Where(p => p.DismissedAt == null && (!customers.Any(c => c.Id == p.FirstId) || !customers.Any(c => c.Id == p.SecondId))),
            DuplicatePairStatus.NotDuplicate => query.Where(p => p.DismissedAt != null),
            _ => query,
        };
        if (page.After is { } after)
        {
            var (at, id) = (after.At, DuplicatePairId.From(after.Id));
            query = query.Where(p => p.FoundAt <= at && (p.FoundAt < at || p.Id < id));
        }

        var rows = await query.OrderByDescending(p => p.FoundAt).ThenByDescending(p => p.Id).Take(page.Take + 1)
            .Select(p => new
            {
                Pair = p,
                First = customers.Where(c => c.Id == p.FirstId).Select(c => c.DisplayName).FirstOrDefault(),
                Second = customers.Where(c => c.Id == p.SecondId).Select(c => c.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Select(r => Summary(r.Pair, r.First, r.Second)).ToList().ToPage(page, p => new PageKey(p.FoundAt, p.Id.Value));
    }

    private static DuplicatePairSummary Summary(DuplicatePair pair, string? first, string? second)
    {
        var status = pair.DismissedAt is not null ? DuplicatePairStatus.NotDuplicate : first is null || second is null ? DuplicatePairStatus.Merged : DuplicatePairStatus.Open;
        return new(pair.Id, pair.FirstId, first, pair.SecondId, second, pair.Score, pair.Tier, pair.ReadReasons(), status, pair.FoundAt, pair.DismissedBy);
    }
}
