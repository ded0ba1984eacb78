using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseDeadlineStore(CrmDb crm) : ICaseDeadlineStore
{
    private const int PerQuery = 500;

    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<ILookup<ServiceCaseId, CaseLogEntry>> LogsAsync(IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken)
    {
        var all = new List<(ServiceCaseId CaseId, CaseLogEntry Entry)>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            all.AddRange((await CaseLogQueries.OfAsync(_db.Context, chunk, cancellationToken).ConfigureAwait(false)).SelectMany(l => l, (l, e) => (l.Key, e)));
        }

        return all.ToLookup(e => e.CaseId, e => e.Entry);
    }

    public async Task<IReadOnlyList<ServiceDeadline>> LoadAsync(IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var wanted = ids.ToHashSet();
        var loaded = context.ChangeTracker.Entries<ServiceDeadline>().Where(e => e.State == EntityState.Added && wanted.Contains(e.Entity.CaseId)).Select(e => e.Entity).ToList();

        // What is opened in this unit of work has no rows yet.
        var fresh = context.ChangeTracker.Entries<ServiceCase>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToHashSet();
        foreach (var chunk in ids.Where(i => !fresh.Contains(i)).Chunk(PerQuery))
        {
            loaded.AddRange(await context.Set<ServiceDeadline>().Where(d => chunk.Contains(d.CaseId)).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return loaded;
    }

    public async Task<ILookup<ServiceDeadlineId, string>> RaisedAsync(IReadOnlyCollection<ServiceDeadlineId> ids, CancellationToken cancellationToken)
    {
        var all = new List<(ServiceDeadlineId DeadlineId, string Level)>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            all.AddRange(await OfAsync(_db.Context, chunk, cancellationToken).ConfigureAwait(false));
        }

        return all.ToLookup(r => r.DeadlineId, r => r.Level);
    }

    public void Add(ServiceDeadline deadline) => _db.Context.Add(deadline);

    public void Reckoned(ServiceDeadline deadline)
    {
        var entry = _db.Context.Entry(deadline);
        entry.DetectChanges();
        if (entry.State == EntityState.Modified)
        {
            entry.Property(d => d.NextAlarmAt).IsModified = true;
        }
    }

    public async Task<IReadOnlyList<ServiceCaseId>> UnsolvedAsync(ServiceCaseId? after, int take, CancellationToken cancellationToken)
    {
        var unsolved = _db.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => c.ResolvedAt == null && c.ClosedAt == null);
        if (after is { } last)
        {
            unsolved = unsolved.Where(c => c.Id > last);
        }

        return await unsolved.OrderBy(c => c.Id).Select(c => c.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public void LetGo(IReadOnlyCollection<ServiceCaseId> ids)
    {
        var gone = ids.Select(i => i.Value).ToHashSet();
        foreach (var entry in _db.Context.ChangeTracker.Entries().Where(e => e.State == EntityState.Unchanged && SaveRecorder.IsOurs(e) && gone.Contains(SaveRecorder.RootIdOf(e))).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Which levels of deadlines were raised.</summary>
    public static async Task<IEnumerable<(ServiceDeadlineId DeadlineId, string Level)>> OfAsync(
        DbContext context, IReadOnlyCollection<ServiceDeadlineId> ids, CancellationToken cancellationToken) =>
        (await context.Set<RaisedLevel>().AsNoTracking().Where(r => ids.Contains(r.DeadlineId)).Select(r => new { r.DeadlineId, r.Level })
            .ToListAsync(cancellationToken).ConfigureAwait(false)).Select(r => (r.DeadlineId, r.Level));
}
