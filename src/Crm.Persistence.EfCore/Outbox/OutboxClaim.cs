using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>
/// Claims aggregates by leasing their oldest waiting event, so that each aggregate's events are delivered in order by one
/// process at a time. Every mark counts only as far as the lease still holds.
/// </summary>
internal sealed class OutboxClaim(DbContext context, Guid token, Instant now)
{
    /// <summary>How far one round advances a single aggregate, so that a hot one does not hold up the others.</summary>
    public const int VersionsPerRound = 32;

    private const int Tries = 5;

    private DbSet<OutboxMessage> Messages => context.Set<OutboxMessage>();

    private IQueryable<OutboxMessage> Waiting => Messages.Where(m => m.DoneAt == null && m.ParkedAt == null);

    // What never failed is due whatever the clock says: a clock that jumps back must not hold it up.
    private IQueryable<OutboxMessage> Free =>
        Waiting.Where(m => (m.Attempts == 0 || m.DueAt <= now) && (m.LeaseUntil == null || m.LeaseUntil < now));

    // The lease may lie on a row that is parked meanwhile, or behind one that was replayed.
    private IQueryable<Guid> LeasedByOthers => Messages.Where(m => m.Lease != null && m.Lease != token && m.LeaseUntil >= now).Select(m => m.AggregateId);

    // The lease lies on the row that was the head when it was claimed; it counts until it is released or taken over.
    private IQueryable<OutboxMessage> Mine => Waiting.Where(m => Messages.Where(h => h.Lease == token).Select(h => h.AggregateId).Contains(m.AggregateId));

    /// <summary>The aggregates' oldest waiting events that can be claimed.</summary>
    public IQueryable<OutboxMessage> Heads => Free
        .Where(m => !Waiting.Any(e => e.AggregateId == m.AggregateId
            && e.AggregateVersion <= m.AggregateVersion && (e.AggregateVersion < m.AggregateVersion || e.Ordinal < m.Ordinal)))
        .Where(m => !LeasedByOthers.Contains(m.AggregateId))
        .OrderBy(m => m.DueAt);

    /// <summary>Claims up to <paramref name="count"/> aggregates.</summary>
    /// <returns>Whether there are any.</returns>
    public async Task<bool> TakeAsync(Instant until, int count, CancellationToken cancellationToken)
    {
        // Reading first keeps idle processes from taking SQLite's only write lock. Whoever loses the race for all it read looks again.
        for (var tries = 0; tries < Tries; tries++)
        {
            var ids = await Heads.Select(m => m.Id).Take(count).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (ids.Count == 0)
            {
                return false;
            }

            var claimed = await Free.Where(m => EF.Parameter(ids).Contains(m.Id))
                .ExecuteUpdateAsync(u => u.SetProperty(m => m.Lease, token).SetProperty(m => m.LeaseUntil, until), cancellationToken).ConfigureAwait(false);
            if (claimed > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The waiting events of the claimed aggregates, in order. Where a replayed event gave one aggregate two heads, both
    /// dispatchers see each other's lease here and at least one steps back.
    /// </summary>
    public Task<List<OutboxMessage>> ReadAsync(CancellationToken cancellationToken) => Messages.Where(h => h.Lease == token)
        .Join(Waiting, h => h.AggregateId, m => m.AggregateId, (h, m) => new { Head = h, Message = m })
        .Where(p => p.Message.AggregateVersion < p.Head.AggregateVersion + VersionsPerRound)
        .Select(p => p.Message)
        .Where(m => !LeasedByOthers.Contains(m.AggregateId))
        .AsNoTracking()
        .OrderBy(m => m.AggregateId).ThenBy(m => m.AggregateVersion).ThenBy(m => m.Ordinal)
        .ToListAsync(cancellationToken);

    /// <summary>Marks delivered events in one statement: between two, the rest of an aggregate would have a head without a lease.</summary>
    public Task<int> MarkDoneAsync(IReadOnlyList<Guid> ids, Instant at, CancellationToken cancellationToken) => ids.Count == 0
        ? Task.FromResult(0)
        : Mine.Where(m => EF.Parameter(ids).Contains(m.Id))
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.DoneAt, at).SetProperty(m => m.Error, (string?)null), cancellationToken);

    /// <summary>Marks one event as failed: due later, or parked.</summary>
    public Task<int> MarkFailedAsync(OutboxMessage message, string error, Instant due, Instant? parked, CancellationToken cancellationToken)
    {
        var (id, attempts) = (message.Id, message.Attempts + 1);
        return Mine.Where(m => m.Id == id).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.Attempts, attempts).SetProperty(m => m.Error, error).SetProperty(m => m.DueAt, due).SetProperty(m => m.ParkedAt, parked),
            cancellationToken);
    }

    /// <summary>Ends the leases.</summary>
    public Task<int> ReleaseAsync(CancellationToken cancellationToken) => Messages.Where(m => m.Lease == token)
        .ExecuteUpdateAsync(u => u.SetProperty(m => m.Lease, (Guid?)null).SetProperty(m => m.LeaseUntil, (Instant?)null), cancellationToken);
}
