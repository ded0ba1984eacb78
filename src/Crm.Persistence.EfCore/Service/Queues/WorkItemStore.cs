using System.Runtime.CompilerServices;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class WorkItemStore(CrmDb crm) : IWorkItemStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private DbSet<WorkItem> Items => _db.Context.Set<WorkItem>();

    public Task<WorkItem?> FindAsync(WorkItemId id, CancellationToken cancellationToken) => _db.LoadAsync<WorkItem, WorkItemId>(id, cancellationToken);

    public async Task<IReadOnlyList<WorkItem>> OpenOfCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken)
    {
        var stored = await Items.Where(i => i.CaseId == caseId && i.EndedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. stored.Concat(Added().Where(i => i.CaseId == caseId)).Where(i => !i.IsEnded).OrderBy(i => i.Id)];
    }

    public async Task<bool> IsQueuedAsync(WorkItemKind kind, ServiceCaseId? caseId, InteractionId? interactionId, CancellationToken cancellationToken)
    {
        if (Added().Any(i => i.Kind == kind && !i.IsEnded && i.CaseId == caseId && i.InteractionId == interactionId))
        {
            return true;
        }

        var open = Items.Where(i => i.EndedAt == null && i.Kind == kind);
        return caseId is { } about
            ? await open.AnyAsync(i => i.CaseId == about, cancellationToken).ConfigureAwait(false)
            : interactionId is { } contact && await open.AnyAsync(i => i.InteractionId == contact, cancellationToken).ConfigureAwait(false);
    }

    public async Task<QueuedContact?> ContactAsync(InteractionId id, CancellationToken cancellationToken) =>
        await _db.LoadAsync<Interaction, InteractionId>(id, cancellationToken).ConfigureAwait(false) is { } contact ? new(contact.CustomerId, contact.Channel) : null;

    public void Add(WorkItem item) => _db.Context.Add(item);

    // One seek for each demand, however much waits.
    public async Task<IReadOnlyList<WorkDemand>> DemandsAsync(WorkQueueId queueId, CancellationToken cancellationToken)
    {
        var demands = new List<WorkDemand>();
        for (var last = string.Empty; ;)
        {
            var after = last;
            var next = await Waiting(queueId).Where(i => string.Compare(i.Demand, after) > 0).OrderBy(i => i.Demand).Select(i => i.Demand)
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                return demands;
            }

            demands.Add(WorkDemand.Parse(next));
            last = next;
        }
    }

    public async Task<IReadOnlyList<WaitingWork>> HeadAsync(WorkQueueId queueId, WorkDemand? demand, Instant waitingSince, int take, CancellationToken cancellationToken)
    {
        var line = Waiting(queueId);
        if (demand?.ToString() is { } text)
        {
            line = line.Where(i => i.Demand == text);
        }

        return await line.Where(i => i.EnqueuedAt <= waitingSince)
            .OrderBy(i => i.Rank).ThenBy(i => i.EnqueuedAt).ThenBy(i => i.Id).Take(take)
            .Select(i => new WaitingWork(i.Id, i.QueueId, i.Rank, i.EnqueuedAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    // A transaction of SQLite is the only writer from its beginning, so nobody else can hold a row.
    public async Task<WorkItem?> ClaimAsync(IReadOnlyCollection<WorkItemId> ids, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        WorkItemId? first;
        if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
        {
            var sql = "select \"Id\" as \"Value\" from " + SqlName.OfTable(context, typeof(WorkItem))
                + " where \"Id\" = any({0}) and \"State\" = 'Waiting' order by \"Rank\", \"EnqueuedAt\", \"Id\" limit 1 for update skip locked";
            var locked = await context.Database.SqlQuery<Guid>(FormattableStringFactory.Create(sql, ids.Select(i => i.Value).ToArray())).ToListAsync(cancellationToken).ConfigureAwait(false);
            first = locked is [var id] ? WorkItemId.From(id) : null;
        }
        else
        {
            var asked = ids.ToList();
            first = await Items.AsNoTracking().Where(i => asked.Contains(i.Id) && i.State == WorkItemState.Waiting)
                .OrderBy(i => i.Rank).ThenBy(i => i.EnqueuedAt).ThenBy(i => i.Id).Select(i => (WorkItemId?)i.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        }

        if (first is not { } claimed)
        {
            return null;
        }

        // What this unit of work read before may be older than the row that it holds now.
        if (Items.Local.FindEntry(claimed) is { State: EntityState.Unchanged } tracked)
        {
            await tracked.ReloadAsync(cancellationToken).ConfigureAwait(false);
        }

        return await FindAsync(claimed, cancellationToken).ConfigureAwait(false) is { State: WorkItemState.Waiting } item ? item : null;
    }

    public async Task<IReadOnlyList<WorkItemId>> ExpiredAsync(Instant now, int take, CancellationToken cancellationToken) =>
        await Items.AsNoTracking().Where(i => i.OfferedUntil != null && i.OfferedUntil <= now).OrderBy(i => i.OfferedUntil).Take(take).Select(i => i.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    private IQueryable<WorkItem> Waiting(WorkQueueId queueId) => Items.AsNoTracking().Where(i => i.QueueId == queueId && i.State == WorkItemState.Waiting);

    private IEnumerable<WorkItem> Added() => _db.Context.ChangeTracker.Entries<WorkItem>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
}
