using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseTeamQueries(CrmDb crm) : ICaseTeamQueries
{
    private const int AtOnce = 500;
    private static readonly string s_transferred = "service.work-transferred";
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<IReadOnlyDictionary<ServiceCaseId, string>> FindAsync(IReadOnlyCollection<ServiceCaseId> cases, Instant asOf, CancellationToken cancellationToken)
    {
        var queues = new Dictionary<ServiceCaseId, WorkQueueId>();
        foreach (var chunk in cases.Distinct().Chunk(AtOnce))
        {
            var some = chunk.Select(c => (ServiceCaseId?)c).ToList();
            var items = await _db.Context.Set<WorkItem>().AsNoTracking()
                .Where(i => some.Contains(i.CaseId) && i.Kind == WorkItemKind.Case && i.EnqueuedAt <= asOf)
                .Select(i => new { CaseId = i.CaseId!.Value, i.Id, i.QueueId, i.EnqueuedAt, i.Transfers })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            var last = items.GroupBy(i => i.CaseId).Select(g => g.MaxBy(i => (i.EnqueuedAt, i.Id))!).ToList();
            var before = await BeforeAsync([.. last.Where(i => i.Transfers > 0).Select(i => i.Id)], asOf, cancellationToken).ConfigureAwait(false);
            foreach (var item in last)
            {
                queues[item.CaseId] = before.GetValueOrDefault(item.Id, item.QueueId);
            }
        }

        var wanted = queues.Values.Distinct().ToList();
        var names = await _db.Context.Set<WorkQueue>().IgnoreAutoIncludes().AsNoTracking().Where(q => wanted.Contains(q.Id)).Select(q => new { q.Id, q.Name })
            .ToDictionaryAsync(q => q.Id, q => q.Name, cancellationToken).ConfigureAwait(false);
        return queues.Where(q => names.ContainsKey(q.Value)).ToDictionary(q => q.Key, q => names[q.Value]);
    }

    // Where work was handed on later, the audit of that knows the queue in which it was.
    private async Task<Dictionary<WorkItemId, WorkQueueId>> BeforeAsync(List<WorkItemId> items, Instant asOf, CancellationToken cancellationToken)
    {
        var queues = new Dictionary<WorkItemId, WorkQueueId>();
        if (items.Count == 0)
        {
            return queues;
        }

        var ids = items.ConvertAll(i => i.Value);
        var saves = await _db.Context.Set<AuditEntry>().AsNoTracking()
            .Where(e => ids.Contains(e.AggregateId) && e.At > asOf && e.Acts.Contains(s_transferred))
            .OrderBy(e => e.AggregateVersion)
            .Select(e => new { e.AggregateId, e.Changes })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var save in saves)
        {
            var change = AuditJson.Read(save.Changes).Find(c => c is { Part: null, Field: nameof(WorkItem.QueueId) });
            if (WorkQueueId.TryParse(change.Before, null, out var queue))
            {
                queues.TryAdd(WorkItemId.From(save.AggregateId), queue);
            }
        }

        return queues;
    }
}
