using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class RuleRunStore(CrmDb crm) : IRuleRunStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Automation);

    private IQueryable<RuleRun> Runs => _db.Context.Set<RuleRun>().AsNoTracking();

    // Rows of the outbox carry the tenant and no filter.
    private IQueryable<OutboxMessage> Messages
    {
        get
        {
            var context = _db.Context;
            var tenant = context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true ? ((ICrmDbContext)context).CrmTenantId : null;
            var messages = context.Set<OutboxMessage>().AsNoTracking();
            return context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true ? messages.Where(m => m.TenantId == tenant) : messages;
        }
    }

    public async Task<IReadOnlySet<AutomationRuleId>> RanAsync(Guid eventId, CancellationToken cancellationToken) =>
        (await Runs.Where(r => r.EventId == eventId).Select(r => r.RuleId).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();

    public async Task<bool> ClaimAsync(RuleRun run, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var written = await NewRows.WriteAsync(context, [run], r => r.RuleKey, nameof(RuleRun.RuleKey), cancellationToken).ConfigureAwait(false);
        if (written.Count == 0)
        {
            return false;
        }

        context.Entry(run).State = EntityState.Unchanged;
        return true;
    }

    public async Task<RuleRun?> TakeDueAsync(Guid eventId, AutomationRuleId ruleId, Instant now, CancellationToken cancellationToken)
    {
        // Changes nothing, but locks the row until the transaction ends; whoever waited sees that it is not due any more.
        var due = _db.Context.Set<RuleRun>().Where(r => r.EventId == eventId && r.RuleId == ruleId && r.Status == RuleRunStatus.Waiting && r.DueAt <= now);
        var taken = await due.ExecuteUpdateAsync(u => u.SetProperty(r => r.Attempts, r => r.Attempts), cancellationToken).ConfigureAwait(false);
        if (taken == 0)
        {
            return null;
        }

        // What was read before the lock may be out of date.
        if (_db.Context.Set<RuleRun>().Local.FirstOrDefault(r => r.EventId == eventId && r.RuleId == ruleId) is { } before)
        {
            _db.Context.Entry(before).State = EntityState.Detached;
        }

        return await FindAsync(eventId, ruleId, cancellationToken).ConfigureAwait(false);
    }

    public Task<RuleRun?> FindAsync(Guid eventId, AutomationRuleId ruleId, CancellationToken cancellationToken) =>
        _db.Context.Set<RuleRun>().FirstOrDefaultAsync(r => r.EventId == eventId && r.RuleId == ruleId, cancellationToken);

    public async Task<IReadOnlyList<RuleRun>> DueAsync(Instant now, int take, CancellationToken cancellationToken) =>
        await Runs.Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.EventId).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<Page<RuleRun>> ListAsync(RuleRunCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Runs;
        if (criteria.RuleKey is { } key)
        {
            var stored = StorableText.Of(key);
            query = query.Where(r => r.RuleKey == stored);
        }

        if (criteria.Status is { } status)
        {
            query = query.Where(r => r.Status == status);
        }

        if (criteria.EventId is { } eventId)
        {
            query = query.Where(r => r.EventId == eventId);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            query = query.Where(r => r.EventAt <= at && (r.EventAt < at || r.EventId < id));
        }

        // Runs of one event stay together on a page, so that the next page begins after them.
        var rows = await query.OrderByDescending(r => r.EventAt).ThenByDescending(r => r.EventId).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count <= page.Take)
        {
            return new Page<RuleRun>(InOrder(rows), null);
        }

        var last = rows[^1].EventId;
        var whole = rows.Where(r => r.EventId != last).ToList();
        if (whole.Count == 0)
        {
            whole = await query.Where(r => r.EventId == last).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        return new Page<RuleRun>(InOrder(whole), new PageKey(whole[^1].EventAt, whole[^1].EventId));
    }

    // The latest events first, and of each the runs as they began; by the database the last two would be sorted without an index.
    private static IReadOnlyList<RuleRun> InOrder(List<RuleRun> runs) =>
        [.. runs.GroupBy(r => r.EventId).SelectMany(g => g.OrderBy(r => r.StartedAt).ThenBy(r => r.RuleKey, StringComparer.Ordinal))];

    public Task<HappenedEvent?> EventAsync(Guid eventId, CancellationToken cancellationToken) => Messages
        .Where(m => m.Id == eventId)
        .Select(m => new HappenedEvent(m.Id, m.EventName, m.AggregateId, m.Payload, m.OccurredAt, m.Cause))
        .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<HappenedEvent>> HistoryAsync(string name, Instant from, Guid? after, int take, CancellationToken cancellationToken)
    {
        // Ids are made in the order of time, so that the primary key serves.
        var query = Messages.Where(m => m.EventName == name && m.OccurredAt >= from);
        if (after is { } last)
        {
            query = query.Where(m => m.Id > last);
        }

        return await query.OrderBy(m => m.Id).Take(take)
            .Select(m => new HappenedEvent(m.Id, m.EventName, m.AggregateId, m.Payload, m.OccurredAt, m.Cause))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken) => _db.Context.Set<RuleRun>()
        .Where(r => r.EventAt < before && r.Status != RuleRunStatus.Waiting).OrderBy(r => r.EventAt).ThenBy(r => r.EventId).Take(take)
        .ExecuteDeleteAsync(cancellationToken);
}
