using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class WorkQueueStore(CrmDb crm) : IWorkQueueStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public Task<WorkQueue?> FindAsync(WorkQueueId id, CancellationToken cancellationToken) => _db.LoadAsync<WorkQueue, WorkQueueId>(id, cancellationToken);

    public async Task<WorkQueue?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<WorkQueue>().Local.FirstOrDefault(q => q.Name == stored) ?? await _db.LoadAsync<WorkQueue>(q => q.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public Task<WorkQueue?> ReadAsync(WorkQueueId id, CancellationToken cancellationToken) =>
        _db.Context.Set<WorkQueue>().AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, cancellationToken);

    public void Add(WorkQueue queue) => _db.Context.Add(queue);

    public async Task<IReadOnlyList<WorkQueue>> ListAsync(string? userId, CancellationToken cancellationToken)
    {
        var query = _db.Context.Set<WorkQueue>().AsNoTracking().AsSplitQuery();
        if (userId is not null)
        {
            var stored = StorableText.Of(userId);
            query = query.Where(q => q.Members.Any(m => m.UserId == stored));
        }

        var found = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(q => q.Position).ThenBy(q => q.Name, StringComparer.Ordinal)];
    }

    public async Task<bool> TryTurnAsync(WorkQueueId id, string userId, long turn, long next, CancellationToken cancellationToken) =>
        await _db.Context.Set<QueueMember>().Where(m => EF.Property<WorkQueueId>(m, "QueueId") == id && m.UserId == userId && m.Turn == turn)
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.Turn, next), cancellationToken).ConfigureAwait(false) == 1;
}
